/** Builds the rules and rubrics into modules with their data: what detection reads, how words are read, what tells roles, and the pages that `unscripted rules` shows. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { compileRules } from '../src/detect/compile.ts';
import { readingSources, ruleSources } from '../src/detect/sources.ts';
import { pack } from '../src/packed.ts';
import { buildRoles } from '../src/read/role-tables.ts';
import { rubricSchema } from '../src/rubric/json-schema.ts';
import { buildReading } from '../src/text/reading.ts';
import { compileRubrics } from './compile-rubrics.ts';

const started = performance.now();
const { rules, classes, guards, weights } = ruleSources('src');
const compiled = compileRules(rules, classes, guards, weights);
const reading = buildReading(readingSources('src'));
const pages = rules.map(({ id, dimension, file }) => ({ id, dimension, ...file }));

/**
 * A module and its data in a file beside it, read when first asked for: `--help` and `--version` need none of it,
 * and as source text the same data would take longer to compile than to use.
 */
const module = (
  file: string,
  type: string,
  from: string,
  name: string,
) => `/** Made by scripts/compile-rules.ts; not kept in the repository. */
import { readFileSync } from 'node:fs';
import type { ${type.replace('[]', '')} } from '${from}';
${file.endsWith('.bin') ? "import { unpack } from '../packed.ts';\n" : ''}
let parsed: ${type} | undefined;
export const ${name} = (): ${type} =>
  (parsed ??= ${file.endsWith('.bin') ? `unpack(readFileSync(new URL('./${file}', import.meta.url)))` : `JSON.parse(readFileSync(new URL('./${file}', import.meta.url), 'utf8'))`} as ${type});
`;
mkdirSync('src/compiled', { recursive: true });
const packed = pack(compiled);
const packedReading = pack(reading);
const hash = createHash('sha256')
  .update(packed)
  .update(packedReading)
  .update(JSON.stringify(pages))
  .digest('hex')
  .slice(0, 12);
writeFileSync(
  'src/compiled/rules.ts',
  `${module('rules.bin', 'Compiled', '../detect/compile.ts', 'compiled')}export const rulesHash = '${hash}';\n`,
);
writeFileSync('src/compiled/pages.ts', module('pages.json', 'RulePage[]', '../detect/rule.ts', 'pages'));
writeFileSync(
  'src/compiled/reading.ts',
  module('reading.bin', 'ReadingTables', '../text/reading.ts', 'reading'),
);
writeFileSync('src/compiled/reading.bin', packedReading);
writeFileSync('src/compiled/roles.ts', module('roles.bin', 'RoleTables', '../read/role-tables.ts', 'roles'));
writeFileSync('src/compiled/roles.bin', pack(buildRoles()));
writeFileSync('src/compiled/rules.bin', packed);
writeFileSync('src/compiled/pages.json', JSON.stringify(pages));
const rubrics = await compileRubrics(pages.map(({ id }) => id));
writeFileSync(
  'src/compiled/rubrics.ts',
  module('rubrics.json', 'RubricFile[]', '../rubric/file.ts', 'rubricFiles'),
);
writeFileSync('src/compiled/rubrics.json', JSON.stringify(rubrics));
writeFileSync('rubric.schema.json', `${JSON.stringify(rubricSchema(), null, 2)}\n`);
const { automaton } = compiled;
console.error(
  `${rules.length} rules, ${classes.size} word classes, ${automaton.words.length} words, ${automaton.firstSet.length - 1} symbols, ${automaton.firstEdge.length - 1} nodes, ${Math.round(performance.now() - started)} ms`,
);
