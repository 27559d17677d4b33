/** Tries every rule's examples and says which do not hold: `npm run rules [-- part of a rule's id]`. */
import { compileRules } from '../src/detect/compile.ts';
import { Engine } from '../src/detect/engine.ts';
import { parseExample } from '../src/detect/examples.ts';
import { ruleSources } from '../src/detect/sources.ts';

const wanted = process.argv[2] ?? '';
const { rules, classes, guards } = ruleSources('src');
const engine = new Engine(compileRules(rules, classes, guards));
let failed = 0;
let tried = 0;
for (const { id, dimension, file } of rules) {
  if (!id.includes(wanted) || file.phrases.length === 0) continue;
  const spans = (text: string) => {
    const { conversation, marked } = parseExample(dimension, text);
    const context = engine.read(conversation);
    const found = conversation.turns.flatMap((_, turn) =>
      context
        .hits(dimension, turn)
        .filter(hit => hit.rule.id === id)
        .map(hit => context.span(turn, hit.first, hit.last)),
    );
    return { found, marked };
  };
  for (const text of file.hits) {
    tried++;
    const { found, marked } = spans(text);
    if (
      found.some(span => span.turn === marked?.turn && span.start === marked.start && span.end === marked.end)
    )
      continue;
    failed++;
    console.log(
      `${id}: should match: ${text}\n    found: ${found.map(span => `[${span.quote}]`).join(' ') || 'nothing'}`,
    );
  }
  for (const text of file.misses) {
    tried++;
    const { found } = spans(text);
    if (found.length === 0) continue;
    failed++;
    console.log(
      `${id}: should not match: ${text}\n    found: ${found.map(span => `[${span.quote}]`).join(' ')}`,
    );
  }
}
console.log(`${tried - failed} of ${tried} examples hold`);
process.exitCode = failed ? 1 : 0;
