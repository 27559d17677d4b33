/** The customer's own words, taken up by the agent: content words that the customer brought in first. */
import type { ContentWord } from './content.ts';
import type { Context } from './context.ts';

/** For each agent turn, its content words that the customer said earlier and the agent had not said before. */
export function echoes(context: Context): (turn: number) => readonly ContentWord[] {
  let done = 0;
  const customers = new Set<number>();
  const agents = new Set<number>();
  const found: (readonly ContentWord[])[] = [];
  return turn => {
    for (; done <= turn; done++) {
      const speaker = context.turns[done]?.speaker;
      const words = speaker === 'agent' || speaker === 'customer' ? context.content(done) : [];
      found.push(speaker === 'agent' ? words.filter(word => customers.has(word.stem)) : []);
      for (const { stem } of words) {
        if (speaker === 'agent') agents.add(stem);
        else if (!agents.has(stem)) customers.add(stem);
      }
    }
    return found[turn] ?? [];
  };
}
