/** Praise is answered personally, by formula, or not at all: on every card, and as the `care` rubric has it. */
import { expect, it } from 'vitest';
import { builtInRubric, type Conversation, detect, score, Tally } from '../../src/index.ts';
import { scoreConversation } from '../../src/score/index.ts';

const answer = (text: string, rubric = 'default'): Conversation & { rubric: string } => ({
  id: 'c1',
  agent: { id: 'a1' },
  turns: [
    { speaker: 'agent', text: 'Hello, what can I do for you today?' },
    { speaker: 'customer', text: 'You’ve been so kind, I mean it. First person who actually helped me.' },
    { speaker: 'agent', text },
  ],
  rubric,
});
const praise = ({ rubric, ...conversation }: ReturnType<typeof answer>) =>
  scoreConversation(
    conversation,
    { findings: detect(conversation), words: [8, 12, 8] },
    builtInRubric(rubric),
  ).agents[0]!.praise!;

it.each([
  ['personally', 'Ah, you’ve made my day, Tom. I was in the very same boat with mine last year.'],
  ['byFormula', 'Thank you for your kind words. We really appreciate your feedback.'],
  ['notAtAll', 'The reference is 40 18 22.'],
] as const)('is answered %s', (how, text) => {
  for (const rubric of ['default', 'care', 'checklist']) {
    const { answers, ...counts } = praise(answer(text, rubric));
    expect(counts).toEqual({ total: 1, personally: 0, byFormula: 0, notAtAll: 0, [how]: 1 });
    expect(answers.map(one => one.how)).toEqual([how]);
  }
});

it('is not counted where nothing was said to the agent any more', () => {
  const whole = answer('');
  expect(praise({ ...whole, turns: whole.turns.slice(0, 2) }).total).toBe(0);
});

it('is counted as the care rubric counts it, over the fixtures', async () => {
  const tally = new Tally();
  let [met, of] = [0, 0];
  for await (const step of score(['fixtures/transcripts', 'fixtures/labelled'], {
    rubric: builtInRubric('care'),
    mine: false,
  })) {
    if (!('score' in step)) continue;
    tally.add(step.score);
    for (const { praise, rubric } of step.score.agents) {
      const judged = rubric!.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'praise');
      if (judged?.opportunities === undefined) continue;
      const { total, full, part, none } = judged.opportunities;
      expect(praise).toMatchObject({ total, personally: full, byFormula: part, notAtAll: none });
      met++;
    }
  }
  for (const { praise } of tally.cards()) {
    expect(praise.personally + praise.byFormula + praise.notAtAll).toBe(praise.total);
    expect(praise.personalRate.of).toBe(praise.total);
    of += praise.total;
  }
  expect(met).toBeGreaterThan(3);
  expect(of).toBeGreaterThanOrEqual(met);
});
