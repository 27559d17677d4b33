/** Rubric files: what is wrong with them, told all at once and in its place; and what they inherit. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInNames } from '../../scripts/compile-rubrics.ts';
import { rulePages } from '../../src/index.ts';
import { builtInFiles, builtInRubric } from '../../src/rubric/built-in.ts';
import { faultText } from '../../src/rubric/fault.ts';
import { rubricSchema } from '../../src/rubric/json-schema.ts';
import { readRubric } from '../../src/rubric/read.ts';
import { starter } from '../../src/rubric/starter.ts';

const rules = (await rulePages()).map(({ id }) => id);

/** Reads a file among others. */
const read = (content: string, others: Record<string, string> = {}) =>
  readRubric('team.yaml', content, {
    builtIn: builtInFiles(),
    rules,
    open: file => (file in others ? { file, content: others[file] as string } : null),
  });

/** The faults as `line:column: message`. */
async function faults(content: string, others: Record<string, string> = {}): Promise<string[]> {
  const found = await read(content, others);
  return 'faults' in found ? found.faults.map(fault => faultText(fault).replace(/^team\.yaml:/, '')) : [];
}

async function whole(content: string, others: Record<string, string> = {}) {
  const found = await read(content, others);
  if ('faults' in found) throw new Error(found.faults.map(faultText).join('\n'));
  return found.rubric;
}

const head = 'name: team\nversion: 1\n';
/** One section with these criteria, each a line of flow YAML; the first stands on line 6, column 9. */
const one = (...criteria: string[]) =>
  `${head}sections:\n  - id: s\n    criteria:\n${criteria.map(line => `      - ${line}\n`).join('')}`;
const feed = 'feed: { score: empathy }';

describe('a faulty file', () => {
  const cases: [string, string, string[]][] = [
    [
      'YAML that is none',
      'name: team\n  version: [1\n',
      ['1:7: not valid YAML', '1:7: not valid YAML', '3:1: not valid YAML'],
    ],
    ['nothing at all', '', ['1:1: the file has to be keys with values']],
    ['a missing key', 'name: team\nsections: []\n', ['1:1: version is missing', '2:11: sections: ']],
    ['a misspelt key', `${head}extend: care\n`, ['3:1: there is no extend here; did you mean extends?']],
    ['a misspelt word', `${head}mode: percnt\n`, ['3:7: mode: there is no "percnt"; did you mean percent?']],
    ['a text for a number', one(`{ id: a, weight: ten, ${feed} }`), ['6:26: weight has to be a number']],
    [
      'several faults of the schema',
      one('{ id: A, wieght: 3 }', '{ id: b, feed: { score: empathie } }'),
      [
        '6:15: id: use small letters',
        '6:18: there is no wieght here; did you mean weight?',
        '7:33: score: there is no "empathie"',
      ],
    ],
    [
      'a fault deep in a filter that may be a list',
      one('{ id: a, weight: 100, feed: { findings: [{ dimention: empathy, kind: explorations }] } }'),
      [
        '6:52: there is no dimention here; did you mean dimension?',
        '6:78: kind: there is no "explorations"; did you mean exploration?',
      ],
    ],
    [
      'weights that do not sum to 100',
      one(`{ id: a, weight: 60, ${feed} }`),
      ['3:1: the weights of the criteria sum to 60, and have to sum to 100'],
    ],
    [
      'faults of the schema and others at once, and none that only follow from them',
      `${head}mode: percnt
sections:
  - id: s
    criteria:
      - { id: a, wieght: 60, feed: { score: empathy } }
      - { id: b, weight: 40, feed: { score: empathy, atLeast: 2 } }
      - { id: b, weight: 40, feed: { findings: { rule: conduct/greet } } }
gaps:
  - { id: g, high: overall, low: c }
`,
      [
        '3:7: mode: there is no "percnt"',
        '7:18: there is no wieght here',
        '8:30: b: feed: atLeast does not go with score',
        '9:11: the id b is given twice',
        '9:56: b: there is no rule conduct/greet',
        '11:29: gap g: there is no c; it is one of: overall, s, a, b',
      ],
    ],
    [
      'weights of a section that do not',
      `${head}sections:\n  - id: s\n    weight: 100\n    criteria: [{ id: a, weight: 99, ${feed} }]\n`,
      ['6:5: the weights in section s sum to 99, and have to sum to 100'],
    ],
    [
      'weights of sections that do not, and one without',
      `${head}sections:\n  - { id: s, weight: 50, criteria: [{ id: a, weight: 100, ${feed} }] }\n  - { id: t, criteria: [{ id: b, weight: 100, ${feed} }] }\n`,
      [
        '3:1: the weights of the sections sum to 50, and have to sum to 100',
        '5:7: section t: weight is missing',
      ],
    ],
    [
      'points in percent',
      one(`{ id: a, points: 3, ${feed} }`),
      ['3:1: the weights', '6:18: a: mode is percent'],
    ],
    [
      'weight in points',
      `mode: points\n${one(`{ id: a, weight: 3, ${feed} }`)}`,
      ['7:18: a: mode is points'],
    ],
    ['no weight at all', one(`{ id: a, ${feed} }`), ['3:1: the weights', '6:11: a: weight is missing']],
    [
      'an id twice',
      one(`{ id: a, weight: 50, ${feed} }`, `{ id: a, weight: 50, ${feed} }`),
      ['7:11: the id a is given twice'],
    ],
    ['the id of the result', one(`{ id: overall, weight: 100, ${feed} }`), ['6:11: the id overall is taken']],
    ['no feed', one('{ id: a, weight: 100 }'), ['6:11: a: feed is missing']],
    [
      'two feeds',
      one('{ id: a, weight: 100, feed: { score: empathy, measure: firstResponse } }'),
      ['6:31: a: feed has one of'],
    ],
    [
      'a measure without its ends',
      one('{ id: a, weight: 100, feed: { measure: firstResponse, best: 3 } }'),
      ['6:31: a: feed: worst is missing beside measure'],
    ],
    [
      'keys of another feed',
      one('{ id: a, weight: 100, feed: { score: empathy, atLeast: 3 } }'),
      ['6:31: a: feed: atLeast does not go with score'],
    ],
    [
      'best as good as worst',
      one('{ id: a, weight: 100, feed: { findings: { dimension: rushed }, per: turn, best: 1, worst: 1 } }'),
      ['6:31: a: feed: best and worst are the same'],
    ],
    [
      'a rule that is none',
      one('{ id: a, weight: 100, feed: { findings: { rule: conduct/greet } } }'),
      ['6:57: a: there is no rule conduct/greet; did you mean conduct/greets?'],
    ],
    [
      'an empty filter',
      one('{ id: a, weight: 100, feed: { findings: {} } }'),
      ['6:49: a: a filter without keys'],
    ],
    [
      'an auto-fail without a reason',
      one(`{ id: a, weight: 100, ${feed}, autoFail: { scope: section } }`),
      ['6:57: a: autoFail says when'],
    ],
    [
      'a gap to nowhere',
      `${one(`{ id: a, weight: 100, ${feed} }`)}gaps:\n  - { id: g, high: overal, low: a }\n`,
      ['8:14: gap g: there is no overal; did you mean overall?'],
    ],
    [
      'something to extend that is not there',
      `${head}extends: cares\n`,
      ['3:1: extends: there is neither a built-in rubric nor a file cares; did you mean care?'],
    ],
    [
      'something to remove that is not there',
      `${head}extends: default\nsections:\n  - id: person\n    criteria:\n      - { id: empaty, remove: true }\n`,
      ['7:11: nothing to remove: there is no empaty in what is extended; did you mean empathy?'],
    ],
    [
      'a sum that what is inherited no longer makes',
      `${head}extends: default\nsections:\n  - id: person\n    criteria:\n      - { id: empathy, weight: 30 }\n`,
      ['4:1: the weights of the criteria sum to 105, and have to sum to 100'],
    ],
  ];
  it.each(cases)('%s', async (_, content, expected) => {
    const found = await faults(content);
    expect(found.map((fault, index) => fault.slice(0, expected[index]?.length))).toEqual(expected);
  });

  it('is told by the file that the fault is in, and a circle as one', async () => {
    const found = await read(`${head}extends: base.yaml\n`, { 'base.yaml': 'name: base\n' });
    expect('faults' in found && found.faults.map(faultText)).toEqual(['base.yaml:1:1: version is missing']);
    expect(await faults(`${head}extends: b.yaml\n`, { 'b.yaml': `${head}extends: b.yaml\n` })).toEqual([
      'b.yaml:3:1: extends goes round in a circle: team.yaml → b.yaml → b.yaml',
    ]);
  });
});

describe('a file that extends', () => {
  it('overrides by id, adds and removes', async () => {
    const rubric = await whole(
      `${head}extends: default
sections:
  - id: person
    criteria:
      - { id: empathy, weight: 40 }
      - { id: own-words, remove: true }
      - { id: named, title: By name, bonus: 5, feed: { findings: { rule: conduct/uses-name } } }
`,
    );
    expect(rubric.name).toBe('team');
    expect(rubric.sections[0]?.criteria.map(({ id, weight, bonus }) => [id, weight, bonus])).toEqual([
      ['authenticity', 35, undefined],
      ['empathy', 40, undefined],
      ['attentiveness', 25, undefined],
      ['named', 0, 5],
    ]);
    expect(rubric.sections[0]?.criteria[1]).toMatchObject({ title: 'Empathy', feed: { score: 'empathy' } });
  });

  it('may extend a file that extends another', async () => {
    const middle = `name: middle\nversion: 1\nextends: default\nsections:\n  - { id: person, title: Person }\n`;
    const rubric = await whole(`${head}extends: m.yaml\n`, { 'm.yaml': middle });
    expect(rubric.sections.map(({ title }) => title)).toEqual(['Person']);
  });
});

describe('the hash', () => {
  it('follows what a rubric says, and not how it is written', async () => {
    const first = await whole(one(`{ id: a, weight: 100, ${feed} }`));
    const again = await whole(`# a remark\n${one(`{ ${feed}, weight: 100, id: a }`)}`);
    const other = await whole(one('{ id: a, weight: 100, feed: { score: ownWords } }'));
    expect(again.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
  });

  it('follows what is inherited', async () => {
    const base = (weight: number) =>
      one(`{ id: a, weight: ${weight}, ${feed} }`, `{ id: b, weight: ${100 - weight}, ${feed} }`);
    const child = `${head}extends: base.yaml\n`;
    const [a, b] = [
      await whole(child, { 'base.yaml': base(60) }),
      await whole(child, { 'base.yaml': base(70) }),
    ];
    expect(a.hash).not.toBe(b.hash);
  });
});

describe('the built-in rubrics', () => {
  it('are the files of the folder, each with where it comes from', () => {
    const files = readdirSync('src/rubric/built-in').map(file => file.replace(/\.yaml$/, ''));
    expect(files.length).toBeGreaterThan(3);
    expect([...builtInNames].sort()).toEqual(files.sort());
    expect([...builtInFiles().keys()]).toEqual([...builtInNames]);
    for (const name of builtInNames) {
      const rubric = builtInRubric(name);
      expect(rubric).toMatchObject({ name, hash: expect.stringMatching(/^[0-9a-f]{12}$/) });
      for (const text of [rubric?.about, rubric?.source]) expect(text?.length).toBeGreaterThan(40);
    }
  });

  it('are in order, and so is the file to begin with', async () => {
    for (const name of builtInNames)
      expect(await faults(readFileSync(`src/rubric/built-in/${name}.yaml`, 'utf8'))).toEqual([]);
    expect(await faults(starter)).toEqual([]);
  });

  it('have in the package the schema that files are checked by', () => {
    expect(JSON.parse(readFileSync('rubric.schema.json', 'utf8'))).toEqual(rubricSchema());
  });
});

it('the README shows a rubric that is in order', async () => {
  const [, shown] = /## Rubrics[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(shown).toContain('extends');
  expect(await faults(shown ?? '')).toEqual([]);
});
