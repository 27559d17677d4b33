/** How large the measuring is, and the corpus it is done on. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CorpusFormat, writeCorpus } from './corpus/write.ts';

/** Numbers of conversations. */
const full = { small: 10_000, peers: 20_000, rules: 5_000, usual: 50_000, large: 350_000 };
type Size = keyof typeof full;
const QUICK = 0.0004;

export interface Setting {
  readonly quick: boolean;
  readonly scale: number;
  /** How often each pair is taken. */
  readonly pairs: number;
  readonly sizes: Readonly<Record<Size, number>>;
  /** The sections asked for. */
  readonly only: readonly string[];
  /** The path of the first so many conversations; made when first asked for. */
  corpus(count: number, format?: CorpusFormat): string;
  /** Says what is going on. */
  say(what: string): void;
}

/** Reads the command line. `sections` are the names that `--only` may give. */
export function settingOf(argv: readonly string[], sections: readonly string[]): Setting {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      quick: { type: 'boolean', default: false },
      scale: { type: 'string', default: '1' },
      pairs: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  });
  const quick = values.quick;
  const scale = quick ? QUICK : Number(values.scale);
  const pairs = quick ? 1 : Number(values.pairs);
  if (!(scale > 0) || !Number.isInteger(pairs) || pairs < 1)
    throw new Error('--scale is a factor such as 0.1, --pairs a number from 1 up');
  const only = values.only?.split(',') ?? sections;
  const unknown = only.filter(name => !sections.includes(name));
  if (unknown.length > 0)
    throw new Error(`--only: no ${unknown.join(', ')}; there are ${sections.join(', ')}`);
  const sizes = Object.fromEntries(
    Object.entries(full).map(([name, count]) => [name, Math.max(40, Math.round(count * scale))]),
  ) as Record<Size, number>;
  const say = (what: string) => console.error(`bench: ${what}`);
  return { quick, scale, pairs, sizes, only, say, corpus: corpora(say) };
}

function corpora(say: Setting['say']): Setting['corpus'] {
  const folder = mkdtempSync(join(tmpdir(), 'unscripted-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
  return (count, format = 'jsonl') => {
    const file = join(folder, `${count}.${format}`);
    if (!existsSync(file)) {
      say(`writing ${count} conversations (${format})`);
      writeCorpus(file, format, count);
    }
    return file;
  };
}
