/**
 * Steps that have to be said, or that every call has: proposed as exempt, for a person to confirm. Said by wording,
 * since a script does no harm in standard steps (evidence, row 19), and only the company knows which are required.
 */

const proposals: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'recording',
    /\b(?:calls?|chats?|conversations?|lines?)\b.*\b(?:recorded|monitored)\b|\b(?:recorded|monitored) (?:for|line)\b/,
  ],
  [
    'identity',
    /\b(?:verify|confirm|check|validate|take|have|give me|provide|tell me)\b.*\b(?:identity|date of birth|post ?code|zip ?code|(?:full|last|first) name|home address|billing address|last four|security|password|passphrase|account (?:number|holder)|memorable)\b|\bsecurity questions?\b|\bmemorable (?:word|name|place|date|phrase|answer|information)\b|\bmaiden name\b|\b(?:characters?|letters?|digits?) (?:of|from|in) your\b|\bdata protection\b.*\bquestions?\b/,
  ],
  [
    'legal',
    /\b(?:terms and conditions|terms of|by law|legally|authori[sz]ed and regulated|regulated by|regulatory|data protection|privacy (?:policy|notice)|cooling off|cancellation rights|right to cancel|complaints procedure|ombudsman|not financial advice|consumer credit|consent to|eligibility criteria|underwritten)\b/,
  ],
  [
    'read-back',
    /\b(?:reference|confirmation|case|ticket|order|booking|claim|tracking) (?:number|code|id)(?: for [^{]*)? (?:is|will be)\b.*\{|\b(?:read|repeat) (?:that|it|them|this|those) back\b|\bso (?:that is|i have|i have got) \{/,
  ],
  [
    'hold',
    /\b(?:on hold|hold the line|bear with me|please hold|stay on the line|brief hold|thank you for (?:holding|waiting))\b/,
  ],
  [
    'greeting',
    /\b(?:thank you|thanks) for (?:calling|contacting|choosing|reaching|getting in touch)\b|\bwelcome to\b|\bmy name is\b|\b(?:hi|hello|good (?:morning|afternoon|evening))\b.*\b(?:help|assist|name|speaking)\b|^you (?:are through to|have reached)\b/,
  ],
];

/** The kinds that are proposed. */
export const exemptions: readonly string[] = proposals.map(([kind]) => kind);

/** The kind of step that a template's plain text reads as; null for none. */
export function proposedExemption(plain: string): string | null {
  return proposals.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The same for a step that is one wherever it stands; a greeting is one in its place only. */
export function stepOf(plain: string): string | null {
  const kind = proposedExemption(plain);
  return kind === 'greeting' ? null : kind;
}
