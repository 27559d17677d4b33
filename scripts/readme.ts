/**
 * Writes the generated parts of README.md (between `<!-- name -->` and `<!-- /name -->`): formats, rules, the
 * worked example's real output. `--check` changes nothing and fails when they are out of date.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dimensions, knownFrom, readers, rulePages } from '../src/index.ts';
import { asText, cells } from '../test/fairness/dialects.ts';

const unscripted = (...args: string[]) =>
  execFileSync('node', ['bin/unscripted.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100', NO_COLOR: '1' },
  });
const block = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
const pages = await rulePages();
const dialects = asText(await cells());

const parts: Record<string, () => string> = {
  scorecard: () => block(unscripted('score', 'fixtures/transcripts', '--format', 'table')),
  explain: () => block(unscripted('explain', 'fixtures/transcripts', '--conversation', 'BW-104471')),
  // the two entries that reach furthest, of an invented contact centre
  mine: () => {
    const entries = unscripted('mine', 'fixtures/transcripts').split(/^(?= *- text:)/m);
    if (entries.length < 3) throw new Error('mining the fixtures gives too few entries to show');
    return `\`\`\`yaml\n${entries.slice(1, 3).join('').trimEnd()}\n\`\`\``;
  },
  formats: () =>
    [
      '| `--input-format` | what it reads | known from |',
      '| --- | --- | --- |',
      ...readers.map(r => `| \`${r.id}\` | ${r.title}: ${r.about} | ${knownFrom.get(r.id)} |`),
    ].join('\n'),
  agreement: () => {
    const { figures, counts } = JSON.parse(unscripted('evaluate', 'fixtures/labelled', '--format', 'json'));
    const shown = (name: string) => figures[name]?.value?.toFixed(2) ?? '–';
    const ranged = (name: string) => {
      const { low, high } = figures[name] ?? {};
      return low == null ? shown(name) : `${shown(name)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
    };
    const between = betweenLabellers('fixtures/labelled');
    return [
      '| what | labelled turns | precision | recall | F1 | two people |',
      '| --- | --- | --- | --- | --- | --- |',
      ...[
        ['disclosures', 'disclosure'],
        ['disclosures passed over, end to end', 'missed'],
        ['empathy', 'empathy'],
        ['emotional reaction', 'empathy:emotional-reaction'],
        ['interpretation', 'empathy:interpretation'],
        ['exploration', 'empathy:exploration'],
        ['scripted wording', 'scripted'],
        ['authentic wording', 'authentic'],
        ['hurry', 'rushed'],
      ].map(
        ([what, key]) =>
          `| ${what} | ${counts[key as string].labelled} | ${shown(`${key}.precision`)} | ${shown(`${key}.recall`)} | ${ranged(`${key}.f1`)} | ${between.get(key as string)?.toFixed(2) ?? ''} |`,
      ),
      '',
      `What was done about a disclosure that was found: ${ranged('response.accuracy')} right; its topic: ${ranged('topic.accuracy')}. ` +
        `Conversation scores against the labellers' ratings, Spearman: authenticity ${ranged('ratings.authenticity')}, empathy ${ranged('ratings.empathy')}.`,
    ].join('\n');
  },
  dialects: () => dialects,
  rules: () =>
    [
      '| dimension | rules | phrases | for instance |',
      '| --- | --- | --- | --- |',
      ...dimensions.map(dimension => {
        const own = pages.filter(page => page.dimension === dimension);
        const phrases = own.reduce((n, page) => n + page.phrases.length, 0);
        const some = own.slice(0, 3).map(page => `\`${page.id}\``);
        return `| ${dimension} | ${own.length} | ${phrases} | ${some.join(', ')} |`;
      }),
    ].join('\n'),
};

/**
 * F1 of two labellers with each other, by dimension: the turns both marked are labels, those that one marked are
 * disputed.
 */
function betweenLabellers(folder: string): Map<string, number> {
  const lists = {
    disclosure: 'disclosures',
    empathy: 'empathy',
    scripted: 'scripted',
    authentic: 'authentic',
    rushed: 'rushed',
  };
  const all = readdirSync(folder)
    .flatMap(file => readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean))
    .map(
      line =>
        JSON.parse(line).labels as Record<string, { turn: number }[]> & {
          disputed?: Record<string, number[]>;
        },
    );
  return new Map(
    Object.entries(lists).map(([dimension, list]) => {
      const sum = (count: (labels: (typeof all)[number]) => number) =>
        all.reduce((n, one) => n + count(one), 0);
      const both = sum(labels => new Set(labels[list]?.map(({ turn }) => turn)).size);
      const one = sum(labels => labels.disputed?.[list]?.length ?? 0);
      return [dimension, (2 * both) / (2 * both + one)];
    }),
  );
}

const before = readFileSync('README.md', 'utf8');
let after = before;
for (const [name, make] of Object.entries(parts)) {
  const mark = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (mark.test(after))
    after = after.replace(mark, (_, open: string, close: string) => `${open}${make()}\n${close}`);
}
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md: its generated parts are out of date; run `npm run docs`');
    process.exitCode = 1;
  }
} else if (after !== before) writeFileSync('README.md', after);
