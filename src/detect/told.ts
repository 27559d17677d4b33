/** What the customer had just told when the agent speaks: something of their life, words that speak of it, or the task. */
import type { Context } from './context.ts';

export const tellings = ['life', 'life words', 'task'] as const;
/** See above. */
export type Telling = (typeof tellings)[number];

/** From so many kinds of life words on, what a customer said is likely to speak of their life. */
const MUCH_LIFE = 3;

/** What was told in the customer's turns straight before an agent's. */
export function toldBefore(context: Context, turn: number): Telling {
  let told: Telling = 'task';
  for (let t = context.otherBefore(turn); t >= 0 && context.turns[t]?.speaker === 'customer'; t--) {
    if (context.allHits(t).some(hit => hit.rule.dimension === 'disclosure')) return 'life';
    const life = new Set<number>();
    for (const { name } of context.classHits(t)) if (context.names.isLife[name] === 1) life.add(name);
    if (life.size >= MUCH_LIFE) told = 'life words';
  }
  return told;
}
