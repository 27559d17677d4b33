/**
 * What a person marked in one conversation: the labels of a labelled record, as the README's guide has them. A list
 * that is not there was not labelled, and its dimension is not judged in that conversation; an empty list says that
 * nothing was to be marked. Unknown keys are dropped, so teams may keep notes of their own.
 */
import { z } from 'zod';
import { authenticKinds, empathyKinds, levels, topics, valences } from '../model/finding.ts';

/** What a label may say an agent did about a disclosure. */
export const responses = ['acknowledged', 'generic', 'missed'] as const;

const oneOf = <const W extends readonly string[]>(words: W) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
const turn = z
  .int({ error: 'must be a whole number: turns count from 0' })
  .nonnegative({ error: 'must be 0 or more: turns count from 0' });
const quote = z
  .string({ error: 'must be the words of the turn that carry the mark' })
  .min(1, { error: 'must not be empty' });
const flag = z.boolean({ error: 'must be true or false' }).optional();
const rating = z.number({ error: 'must be a number' }).nullish();
const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'must be a list' }).optional();
const fields = { error: 'must be an object' };

/** The labels of one conversation. */
export const Labels = z.object(
  {
    disclosures: list(
      z.object(
        {
          turn,
          quote,
          topic: oneOf(topics),
          valence: oneOf(valences).optional(),
          response: oneOf(responses),
          responseTurn: turn.nullish(),
          /** Two labellers agreed on the turn and differed in the response: it is not judged. */
          responseDisputed: flag,
          /** The other topics that a second labeller chose: they count as right too; `true`: it is not judged. */
          topicDisputed: z
            .union([z.array(oneOf(topics)), z.boolean()], { error: 'must be a list of topics, or true' })
            .optional(),
        },
        fields,
      ),
    ),
    empathy: list(
      z.object(
        { turn, quote, kind: oneOf(empathyKinds), level: oneOf(levels).optional(), kindDisputed: flag },
        fields,
      ),
    ),
    scripted: list(z.object({ turn, quote }, fields)),
    authentic: list(
      z.object({ turn, quote, kind: oneOf(authenticKinds).optional(), kindDisputed: flag }, fields),
    ),
    rushed: list(z.object({ turn, quote }, fields)),
    /** Turns that only one of two labellers marked, by list. */
    disputed: z
      .object(
        {
          disclosures: list(turn),
          empathy: list(turn),
          scripted: list(turn),
          authentic: list(turn),
          rushed: list(turn),
        },
        fields,
      )
      .optional(),
    /** Of the whole conversation. Only their order is used, so any scale will do. */
    ratings: z.object({ authenticity: rating, empathy: rating }, fields).nullish(),
  },
  fields,
);
export type Labels = z.infer<typeof Labels>;

/** The dimensions that are judged, and the list of labels each is held against. */
export const listOf = {
  disclosure: 'disclosures',
  empathy: 'empathy',
  scripted: 'scripted',
  authentic: 'authentic',
  rushed: 'rushed',
} as const satisfies Record<string, keyof Labels>;
export type Judged = keyof typeof listOf;
export const judgedDimensions = Object.keys(listOf) as readonly Judged[];

/** Who speaks in the turns that a dimension is about. */
export const speakerOf = (dimension: Judged) => (dimension === 'disclosure' ? 'customer' : 'agent');
