/** The same contents in six Englishes, punctuated and as a recogniser writes them, and how far their scores are apart. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Conversation, type ScoreName, scoreNames, scoreReadings } from '../../src/index.ts';

export const dialects = ['uk', 'irish', 'us', 'indian', 'nigerian', 'australian'] as const;
export const forms = ['written', 'spoken'] as const;
export type Dialect = (typeof dialects)[number];
export type Form = (typeof forms)[number];

/** Four turns of one content, by dialect. */
export const contents = parse(readFileSync('fixtures/dialects/contents.yaml', 'utf8')) as Readonly<
  Record<string, Readonly<Record<Dialect, readonly string[]>>>
>;

/** What a recogniser leaves of it. */
const asHeard = (text: string) =>
  text
    .toLowerCase()
    .replace(/[.,!?;:]/g, '')
    .replace(/\s+/g, ' ');

/** One scored cell. */
export interface Cell {
  readonly content: string;
  readonly dialect: Dialect;
  readonly form: Form;
  readonly scores: Readonly<Record<ScoreName, number | null>>;
  /** What was done about disclosures, and which rules found what. */
  readonly responses: readonly string[];
  readonly rules: readonly string[];
}

/** Scores all of them, without what a run repeats: every content comes in many forms here. */
export async function cells(): Promise<Cell[]> {
  const all = Object.entries(contents).flatMap(([content, by]) =>
    dialects.flatMap(dialect => forms.map(form => ({ content, dialect, form, lines: by[dialect] }))),
  );
  const readings = async function* () {
    for (const [i, { form, lines }] of all.entries()) {
      const turns = lines.map((line, t) => ({
        speaker: t % 2 ? ('agent' as const) : ('customer' as const),
        text: form === 'spoken' ? asHeard(line) : line,
      }));
      const conversation: Conversation = {
        id: String(i),
        channel: form === 'spoken' ? 'call' : 'chat',
        agent: { id: 'a' },
        turns,
      };
      yield { conversation, source: '', at: '' };
    }
  };
  const out: Cell[] = [];
  for await (const step of scoreReadings(readings())) {
    if ('problem' in step) throw new Error(step.problem.reason);
    const { content, dialect, form } = all[out.length]!;
    const { agents, findings } = step.score;
    const sure = findings.filter(({ confidence }) => confidence !== 'possible');
    out.push({
      content,
      dialect,
      form,
      scores: agents[0]!.scores,
      responses: sure.flatMap(one => (one.dimension === 'disclosure' ? [String(one.response)] : [])),
      rules: sure.map(({ rule, turn }) => `${turn} ${rule}`),
    });
  }
  return out;
}

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;

/** The mean score of each dialect in a form, over the contents where every dialect has that score. */
export function means(all: readonly Cell[], name: ScoreName, form: Form): Record<Dialect, number> {
  const judged = Object.keys(contents).filter(content =>
    all.filter(one => one.content === content && one.form === form).every(one => one.scores[name] !== null),
  );
  const of = (dialect: Dialect) =>
    mean(
      all
        .filter(one => one.dialect === dialect && one.form === form && judged.includes(one.content))
        .map(one => one.scores[name] as number),
    );
  return Object.fromEntries(dialects.map(dialect => [dialect, of(dialect)])) as Record<Dialect, number>;
}

/** Contents in which the customer tells something of their life. */
export const disclosing = Object.keys(contents).filter(content => !/^(?:complaint|plain)/.test(content));

/** In how many of them it was found, by dialect. */
export function found(all: readonly Cell[], form: Form): Record<Dialect, number> {
  const of = (dialect: Dialect) =>
    all.filter(
      one =>
        one.dialect === dialect &&
        one.form === form &&
        disclosing.includes(one.content) &&
        one.responses.length > 0,
    ).length;
  return Object.fromEntries(dialects.map(dialect => [dialect, of(dialect)])) as Record<Dialect, number>;
}

/** How far the means of the dialects are apart in a form. */
export function band(all: readonly Cell[], name: ScoreName, form: Form): number {
  const list = Object.values(means(all, name, form));
  return Math.max(...list) - Math.min(...list);
}

/** The bands of all scores in a form. */
export function bands(all: readonly Cell[], form: Form): Record<ScoreName, number> {
  return Object.fromEntries(scoreNames.map(name => [name, band(all, name, form)])) as Record<
    ScoreName,
    number
  >;
}

/** What the README says of it. */
export function asText(all: readonly Cell[]): string {
  const whole = (value: number) => Math.ceil(value - 1e-9);
  const most = (name: ScoreName) => whole(Math.max(...forms.map(form => band(all, name, form))));
  const single = Math.max(...scoreNames.filter(name => name !== 'overall').map(most));
  const counts = forms.flatMap(form => Object.values(found(all, form)));
  const [worst] = widest(all, 'overall');
  const overall = most('overall');
  return (
    `The same ${Object.keys(contents).length} contents in UK, Irish, US, Indian, Nigerian and Australian English, punctuated and as a recogniser writes them: ` +
    `mean overall scores are at most ${overall} point${overall === 1 ? '' : 's'} apart, any other score at most ${single}. ` +
    `What customers told of their lives was found in ${Math.min(...counts)} to ${Math.max(...counts)} of ${disclosing.length} contents. ` +
    `A single content can still be up to ${worst?.apart} points apart, where a rule knows one way of saying it and not another.`
  );
}

/** Contents whose scores differ most between two dialects, widest first. */
export function widest(
  all: readonly Cell[],
  name: ScoreName,
): { content: string; form: Form; low: Cell; high: Cell; apart: number }[] {
  return Object.keys(contents)
    .flatMap(content =>
      forms.map(form => {
        const list = all
          .filter(one => one.content === content && one.form === form && one.scores[name] !== null)
          .sort((a, b) => (a.scores[name] as number) - (b.scores[name] as number));
        const [low, high] = [list[0]!, list.at(-1)!];
        return {
          content,
          form,
          low,
          high,
          apart: (high.scores[name] as number) - (low.scores[name] as number),
        };
      }),
    )
    .sort((a, b) => b.apart - a.apart);
}

export { scoreNames };
