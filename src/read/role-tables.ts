/**
 * What tells roles by words, as it is stored: the wordings built into one graph, and the fitted weights. Built from the
 * lists in this folder when the rules are compiled, as building takes longer than reading a conversation.
 */
import { agentCourtesy } from './agent-courtesy.ts';
import { agentWording } from './agent-wording.ts';
import { botWording } from './bot-wording.ts';
import { customerWording } from './customer-wording.ts';
import { meetingWording } from './meeting-wording.ts';
import { wordWeights } from './word-weights.ts';
import { type BuiltWordings, buildWordings } from './wording.ts';

/** Wordings that tell a role. */
export interface Wording {
  readonly id: string;
  /** How much one find tells, in nats: 1 is about 3 to 1. */
  readonly weight: number;
  /** Counts only in a speaker's first two or last two turns. */
  /** Is said outside of service too: tells the two apart, but not that there is service at all. */
  readonly general?: true;
  readonly where?: 'opening' | 'closing';
  readonly why: string;
  /** Wordings in the notation of `Wordings`, parted by semicolons. */
  readonly says: string;
}

/** Whom a wording speaks for: an agent, a customer, a bot, or for this being no service but a meeting. */
export type Side = 0 | 1 | 2 | 3;

/** The tables. */
export interface RoleTables {
  /** The wordings, without their words; a wording's number is its place. */
  readonly wordings: readonly (Pick<Wording, 'id' | 'weight' | 'general' | 'where'> & {
    readonly side: Side;
  })[];
  readonly phrases: BuiltWordings;
  /** Words and pairs with what they tell the agent from the customer by, in nats. */
  readonly fitted: { readonly words: readonly string[]; readonly weights: Float64Array };
}

/** Builds the tables. */
export function buildRoles(): RoleTables {
  const sides = [[...agentWording, ...agentCourtesy], customerWording, botWording, meetingWording];
  const all = sides.flatMap((list, side) => list.map(one => ({ ...one, side: side as Side })));
  const fitted = wordWeights
    .trim()
    .split(/\s+/)
    .map(entry => {
      const at = entry.lastIndexOf(':');
      return [entry.slice(0, at), Number(entry.slice(at + 1)) / 100] as const;
    });
  return {
    wordings: all.map(({ says: _says, why: _why, ...told }) => told),
    phrases: buildWordings(
      all.flatMap(({ says }, number) =>
        says.split(';').map(one => [one.trim().replace(/\s+/g, ' '), number] as const),
      ),
    ),
    fitted: {
      words: fitted.map(([word]) => word),
      weights: Float64Array.from(fitted, ([, weight]) => weight),
    },
  };
}
