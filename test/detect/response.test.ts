/** What the agent did about a disclosure, and how they missed it: dialogues of our own. */
import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/compiled/rules.ts';
import { responseTo } from '../../src/detect/disclosure/response.ts';
import { usualValence } from '../../src/detect/disclosure/valence.ts';
import { Engine } from '../../src/detect/engine.ts';
import type { Turn } from '../../src/model/conversation.ts';
import { missedBys } from '../../src/model/finding.ts';
import { type Dialogue, dialogues } from './answers.ts';

const engine = new Engine(compiled());

function judge({ said, topic }: Dialogue) {
  const turns = said
    .split('\n')
    .map((line): Turn => ({ speaker: line.startsWith('A: ') ? 'agent' : 'customer', text: line.slice(3) }));
  const turn = turns.findIndex(({ text }) => text.includes('['));
  const marked = turns[turn]?.text ?? '';
  const [from, to] = [marked.indexOf('['), marked.indexOf(']') - 1];
  turns[turn] = { speaker: 'customer', text: marked.replace(/[[\]]/g, '') };
  const context = engine.read({ id: 'c', agent: { id: 'a' }, turns });
  const { tokens } = context;
  const inside: number[] = [];
  for (let t = (tokens.turnStart[turn] as number) + 1; t < (tokens.turnStart[turn + 1] as number); t++)
    if (!tokens.isBreak(t) && (tokens.start[t] as number) >= from && (tokens.end[t] as number) <= to)
      inside.push(t);
  return responseTo(context, {
    turn,
    first: inside[0] as number,
    last: inside.at(-1) as number,
    topic,
    valence: usualValence[topic],
  });
}

describe('the answer to a disclosure', () => {
  it.each(dialogues)('$expected: $said', dialogue => {
    const { expected, turn, missedBy = null } = dialogue;
    expect(judge(dialogue)).toEqual({
      response: expected,
      responseTurn: expected === 'missed' ? null : (turn ?? 1),
      missedBy,
    });
  });

  it('is tried in every way of answering and of missing', () => {
    expect(dialogues.length).toBeGreaterThan(60);
    for (const response of ['acknowledged', 'generic', 'missed'])
      expect(dialogues.some(({ expected }) => expected === response)).toBe(true);
    for (const how of missedBys) expect(dialogues.some(({ missedBy }) => missedBy === how)).toBe(true);
  });

  it('is nothing to judge where no agent turn follows', () => {
    expect(judge({ topic: 'distress', said: 'A: Hello.\nC: [I am so alone].', expected: null })).toEqual({
      response: null,
      responseTurn: null,
      missedBy: null,
    });
  });
});
