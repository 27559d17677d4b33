/** One conversation to its score: what every thread does, the main one and the workers. */
import { createDetect } from '../detect/index.ts';
import type { Conversation } from '../model/conversation.ts';
import type { ConversationScore } from '../model/scorecard.ts';
import type { ComparedPart } from '../model/signals.ts';
import type { Knowing } from '../model/wording.ts';
import type { Rubric } from '../rubric/rubric.ts';
import { scoreConversation } from '../score/index.ts';

/** How individual the wording of each agent is, by agent; undefined where nothing was compared. */
export type ComparedParts = ReadonlyMap<string, ComparedPart> | undefined;

/** Scores a conversation. */
export type Scorer = (conversation: Conversation, compared: ComparedParts) => ConversationScore;

/** A scorer of its own, with its own working memory. */
export function scorerOf(rubric: Rubric, knowing: Knowing | undefined): Scorer {
  const detect = createDetect(undefined, knowing);
  return (conversation, compared) =>
    scoreConversation(conversation, { ...detect(conversation), compared }, rubric);
}
