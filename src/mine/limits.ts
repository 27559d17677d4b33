/**
 * From how often on a sentence that an agent repeats is a routine. All of the rule's constants, with their reasons.
 */

export const limits = {
  /** Twice may be chance; the labels of `packs/ibm-twitter` call a macro what comes in three conversations. */
  conversations: 3,
  /** Shorter sentences are what a task takes to say ("what's your order number?", "that's all done"). */
  words: 5,
  /** From here on, three times word for word is no chance, however many conversations there are. */
  longWords: 9,
  /** A shorter sentence has to be a habit: this share of the agent's conversations. */
  share: 0.1,
  /** A team macro: so many agents share it, over at least as many conversations as one agent needs. */
  agents: 2,
} as const;
