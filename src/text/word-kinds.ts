/**
 * Closed-class words by kind: what the words around a gap are to one another, where the words themselves are rare.
 * Without apostrophes, as speech is often written.
 */
const kinds: Record<string, string> = {
  subject: 'i we they he she you it',
  object: 'me him her us them myself yourself himself herself themselves',
  contraction:
    'im ive id ill were weve wed well youre youve youd youll theyre theyve theyd theyll hes hed hell shes shed its itd itll thats thatll theres heres lets',
  demonstrative: 'this that these those there here',
  determiner: 'a an the my your our their his some any every no each another',
  preposition:
    'of to in on at for with from by about into over under after before without through between until till during since against towards across behind beside near off onto than per via',
  auxiliary:
    'is are was am be been being do does did have has had can could will would should may might must',
  negated:
    'dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt werent havent hasnt hadnt cannot not never',
  question: 'what when where who why how which whose whats wheres whos hows whens',
  joining: 'and but or so because cos if though although while whereas as unless',
  answer: 'yes yeah yep no nope okay ok right sure alright lovely great perfect fine brilliant',
  call: 'oh ah hi hello hey well please thanks sorry bye goodbye cheers aw hmm mm wow',
  thanking: 'thank',
  adverb:
    'just really very too also still already only even now then again always actually maybe probably quite ever almost yet today tomorrow yesterday',
  name: '<name> <personname>',
  number: '<number> one two three four five six seven eight nine ten oh zero twenty thirty',
};

/** The kind of each closed-class word, in brackets as tables write it. */
export const kindOfWord: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([kind, words]) =>
    words.split(' ').map(word => [word, `[${kind}]`] as const),
  ),
);

/** The kind of every other word. */
export const OPEN = '[open]';
