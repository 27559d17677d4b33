/**
 * From how often on a sentence that comes again is a routine. All constants of counting and mining, with their reasons.
 */

/** When a sentence repeated in the same run counts as scripted. */
export const limits = {
  /** Twice may be chance; in three conversations, social-care teams themselves speak of a macro. */
  conversations: 3,
  /** What is shorter is what any task takes to say: "that's all done", "keep us posted". */
  words: 4,
  /** From so many words on, three times the same is no chance, however many conversations there are. */
  longWords: 7,
  /** A question needs more words: "can I take your account number, please?" has hardly another way to be asked. */
  longQuestion: 10,
  /** What is shorter than that has to be a habit: this share of the agent's conversations. */
  share: 0.1,
  /** A team macro: so many agents share it, at the length that is no chance. */
  agents: 2,
} as const;

/** When an agent's wording is compared with other conversations, and how: see individuality.ts. */
export const individual = {
  /** Word triples that a part holds at least, to be judged or compared with: some thirty words, in sentences. */
  triples: 20,
  /** Other conversations that are drawn: so many as make wording a routine (`conversations` above), and as a QA sample of four calls an agent still has. */
  drawn: 3,
  /** Other agents: one is no team. */
  peers: 2,
} as const;

/** When `unscripted mine` takes wording for a template; the first three are flags of the command. */
export const mining = {
  /** Conversations that hold it. */
  conversations: 5,
  /** It is the team's where this share of all conversations holds it … */
  share: 0.01,
  /** … and so many agents say it. */
  agents: 1,
  /** Or it is one agent's routine: this share of their conversations, three at least. */
  ownShare: 0.1,
  ownConversations: 3,
  /** Words that stand fixed, slots not counted: fewer are small talk or a task's plain question. */
  words: 5,
  questionWords: 7,
  /** So many fixed words for each slot but the first: what has more slots is grammar, and no script. */
  wordsForSlot: 4,
  /** A word is fixed where the two words before it, after it, or around it, foretell it at least this surely. */
  foretold: 0.3,
  /** Slots longer than this part a sentence into two templates. */
  gap: 6,
} as const;
