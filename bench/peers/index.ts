/** The other tools; the first has a target of its own. */
import { natural } from './natural.ts';
import type { Peer } from './peer.ts';
import { vader } from './vader.ts';
import { wink } from './wink.ts';

export const peers: readonly Peer[] = [wink, natural, vader];
