/** The tables of words misheard: alive in the compiled rules, and no larger in effect than they say. */
import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/compiled/rules.ts';
import { misheard, misheardInPhrase, misheardTogether, pieces } from '../../src/match/misheard.ts';
import { PhraseParser, type Sequence } from '../../src/match/phrase.ts';
import { spellings } from '../../src/match/spelling.ts';

const { words, wordSymbols, firstSet, symbolSets, firstEdge, edgeSets, edgeNodes } = compiled().automaton;
const numbers = new Map(words.map((word, number) => [word, number]));
const everywhere = Array.from({ length: firstEdge.length - 1 }, (_, node) => node);

/** Whether some compiled phrase or class holds these words in a row; `_` is a gap. */
function stands(row: string): boolean {
  let nodes: readonly number[] = everywhere;
  for (const word of row.split(' ')) {
    const number = numbers.get(word);
    if (number === undefined && word !== '_') return false;
    const symbol = wordSymbols[number ?? 0] as number;
    const sets = word === '_' ? [0] : symbolSets.subarray(firstSet[symbol], firstSet[symbol + 1]);
    const next = new Set<number>();
    for (const node of nodes)
      for (let edge = firstEdge[node] as number; edge < (firstEdge[node + 1] as number); edge++)
        if (sets.includes(edgeSets[edge] as number)) next.add(edgeNodes[edge] as number);
    nodes = [...next];
  }
  return nodes.length > 0;
}
/** As tokens are read: shorthand letters are words. */
const read = (heard: string) =>
  heard
    .replace(/ \$$/, '')
    .split(' ')
    .map(word => ({ k: 'okay', n: 'and', r: 'are', u: 'you' })[word] ?? word)
    .join(' ');

const tables = { misheard, misheardTogether, misheardInPhrase };
const entries = Object.entries(tables).flatMap(([table, entries]) =>
  Object.entries(entries).map(([said, list]) => ({ table, said, heard: list.split('|') })),
);

describe('tables', () => {
  it('are broad', () => expect(entries.length).toBeGreaterThanOrEqual(120));

  it('have no dead entry: every head stands in a rule or class, and every variant was compiled', () => {
    expect(entries.filter(({ said }) => !stands(said)).map(({ said }) => said)).toEqual([]);
    const dead = entries.flatMap(({ said, heard }) =>
      heard.filter(variant => !stands(read(variant))).map(variant => `${said}: ${variant}`),
    );
    expect(dead).toEqual([]);
  });

  it('say nothing twice, and nothing that is the word itself', () => {
    for (const { said, heard } of entries) {
      expect(new Set(heard).size, said).toBe(heard.length);
      expect(heard, said).not.toContain(said);
    }
  });

  it('name one word in the first table, rows of words in the others', () => {
    for (const { table, said } of entries) expect(said.includes(' '), said).toBe(table !== 'misheard');
  });

  it('hold no names: a known word is not read as one', () => {
    const held = entries.flatMap(({ heard }) => heard.flatMap(variant => variant.split(' ')));
    expect(held.length).toBeGreaterThan(500);
    const names =
      'al amber anna annie arthur benny chris christian dee emmy ivy jin lance lee lou luke melon nancy nick serge sue tate ted terri';
    expect(held.filter(word => names.split(' ').includes(word))).toEqual([]);
    expect(held.filter(word => /^[fglmqsvwyz]$/.test(word))).toEqual([]);
  });

  it('name only pieces that some word was cut into', () => {
    const halves = new Set(
      Object.values(misheard).flatMap(list =>
        list.split('|').flatMap(heard => (heard.split(' ').length === 2 ? heard.split(' ') : [])),
      ),
    );
    expect([...pieces].filter(piece => !halves.has(piece))).toEqual([]);
  });
});

describe('phrases', () => {
  const parser = new PhraseParser(new Map([['ill', ['dementia', 'epilepsy', 'flu']]]));
  const has = (sequences: readonly Sequence[], row: string) =>
    sequences.some(
      sequence =>
        sequence.length === row.split(' ').length &&
        row.split(' ').every((word, i) => sequence[i] !== '*' && sequence[i]?.includes(word)),
    );
  it.each([
    ['has {ill}', 'has dimentia', true],
    ['has {ill}', 'has epi lepsy', true],
    ['has {ill}', 'has flu lepsy', false],
    ['for your patience', 'for your patients', true],
    ['our patience', 'our patients', false],
    ['patience', 'patients', false],
    ['sorry for your loss', 'sorry for your lost .', true],
    ['sorry for your loss', 'sorry for your lost', false],
    ['your loss of cover', 'your lost . of cover', false],
    ['she passed last week', 'she past last week', true],
    ['passed last', 'past last', false],
    ['a|the mri', 'the em are i', true],
    ['in icu', 'in i c you', true],
    ['icu', 'i c you', false],
  ])('"%s" as "%s": %s', (phrase, row, expected) => expect(has(parser.parse(phrase), row)).toBe(expected));

  it('keep the word itself first', () => {
    for (const said of Object.keys(misheard)) expect(spellings(said)[0]).toEqual([said]);
  });
});
