/** The real worker, from its source. */
import { register } from 'tsx/esm/api';

register();
await import('../../src/workers/worker.ts');
