/**
 * Every constant of the scores, each with where it comes from. Points are on the scale 0 to 100.
 * "Fitted" means: chosen so that conversation scores rank as two human reviewers' 1 to 5 ratings do
 * (Spearman), on labelled conversations, then rounded.
 */
export const weights = {
  /** Below this many words an agent's part is not scored: there is too little wording to judge. */
  leastWords: 10,

  authenticity: {
    /** Correct, courteous and plain: neither script nor person. The middle of the reviewers' scale. */
    base: 50,
    /** Taken off when every word was in stock wording; in proportion below that. Fitted. */
    scripted: 70,
    /**
     * What a word in stock wording counts, by the moment it stands in. Scripts do no harm in standard encounters and
     * bring the lowest quality ratings in individual ones (Victorino, Verma and Wardell 2013); customers mind being
     * treated by script more than being processed by one (Victorino, Verma and Wardell 2008); bare affect is the weak
     * answer to a worried caller (Clark, Murfett, Rogers and Ang 2013). The order is theirs, the sizes rounded: between
     * 1 and 2.5 they move the ranking of calls and chats by less than .003, so the ratings do not settle them.
     */
    moments: { routine: 0, ordinary: 1, feeling: 1.5, 'bad-news': 2, disclosure: 2 },
    /**
     * Routine costs nothing while no more than the first share of all words is in stock wording; then more and more,
     * and from the second share on as much as anywhere: a contact that is read from a script throughout is marked so
     * by reviewers, whatever its single lines are for. Chosen as a band at which the ranking of the reviewed sets stays
     * what it was (within .003, less than chance moves it); wider bands (.2 to .5) cost about .004.
     */
    throughout: { from: 0.05, full: 0.35 },
    /** Added when there is something personal in every second turn or more; in proportion below that. Fitted. */
    personal: 40,
    /** The same for empathy that is specific to this customer. Fitted. */
    specific: 40,
    /** Turns per personal moment at which the full points are reached. Fitted. */
    every: 2,
    /** Taken off for each disclosure passed over: going through the motions where it matters most. Fitted. */
    missed: 10,
    /** Taken off each time the agent hurries the customer. Fitted. */
    rushed: 10,
    /** No more than this many of each are counted, so that one long call is not judged by its length. */
    most: 2,
  },

  empathy: {
    /** Share of the score that rests on the openings the customer gave. The rest is how often the agent was specific. Fitted. */
    openings: 50,
    specific: 50,
    /** Turns per specific moment at which the full points are reached. Fitted. */
    every: 2,
    /** A disclosure weighs this many complaints or worries: it is the opening customers remember. Fitted. */
    disclosure: 2,
    /** Credit for answering an opening with a formula. Bare affect is the weak form (Clark, Murfett, Rogers and Ang 2013). */
    formula: 0.25,
    /** Taken off when the agent hurries the customer. Fitted. */
    rushed: 20,
  },

  attentiveness: {
    /** Credit for a disclosure acknowledged, answered by a formula, and missed. */
    acknowledged: 1,
    generic: 0.25,
    missed: 0,
  },

  /** Where findings stand, and how long is long. */
  place: {
    /** The opening and the closing are so many of the agent's turns, … */
    turns: 2,
    /** … or one, where the agent has fewer turns than this: an exchange of two answers has no middle. */
    from: 6,
    /** An answer is looked for in so many of the agent's next turns. */
    answer: 2,
  },

  waits: {
    /** Words a second: 150 a minute, the usual pace of speech. In calls a turn's time is its beginning, so speech is no wait. */
    pace: 2.5,
    /** Silence from which a call counts as on hold, in seconds: longer than looking something up while talking. */
    spokenHold: 30,
    /** The same in chats, where two minutes are an ordinary pace. */
    writtenHold: 180,
  },
} as const;
