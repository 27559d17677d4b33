/**
 * Detection with the rules and with twice as many, in turn, over the same conversations. A process of its own, which
 * prints JSON: `compare.ts FILE PAIRS QUICK`; quick builds a tenth of the rules only.
 */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Compiled, compileRules } from '../../src/detect/compile.ts';
import { createDetect } from '../../src/detect/index.ts';
import { ruleSources } from '../../src/detect/sources.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import { withTwins } from './twins.ts';

const [file, pairs, quick] = process.argv.slice(2) as [string, string, string];
const sources = ruleSources('src');
const some = quick === 'true' ? sources.rules.filter((_, i) => i % 10 === 0) : sources.rules;
const more = withTwins(some);
const built = (rules: typeof some): Compiled =>
  compileRules(rules, sources.classes, sources.guards, sources.weights);
const detect = { once: createDetect(built(some)), twice: createDetect(built(more)) };

const conversations = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Conversation);
const time = (which: keyof typeof detect): number => {
  const before = process.hrtime.bigint();
  for (const conversation of conversations) detect[which](conversation);
  return Number(process.hrtime.bigint() - before) / 1e9;
};

// warms both, and shows that they do the same
for (const conversation of conversations.slice(0, 500))
  if (!isDeepStrictEqual(detect.once(conversation).findings, detect.twice(conversation).findings))
    throw new Error(`${conversation.id}: twice the rules find something else`);
const rounds = Array.from({ length: Number(pairs) }, () => ({ once: time('once'), twice: time('twice') }));
console.log(JSON.stringify({ once: some.length, twice: more.length, rounds }));
