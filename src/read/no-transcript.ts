/** Files that stand beside transcripts and hold none: what they are, and what to export instead. */
import { outline, stands } from './outline.ts';

const SCORES = 'what "unscripted score" wrote, which holds scores and no transcripts';
const SCRIPTS = 'what "unscripted mine" wrote; give it with --scripts';

const beside: readonly (readonly [signs: readonly string[], what: string])[] = [
  [['$schema', 'properties'], 'a JSON Schema, which describes transcripts and holds none'],
  [['$schema', 'definitions'], 'a JSON Schema, which describes transcripts and holds none'],
  [
    ['evaluationId', 'questions'],
    'a filled-in evaluation form, which holds scores and no words; export the transcript',
  ],
  [
    ['participants[].purpose', 'participants[].sessions'],
    'the details of a conversation without its words; export the transcript from speech and text analytics',
  ],
  [
    ['links.sentences', 'service_sid'],
    'the record of a transcript without its sentences; export those too, into one file with it',
  ],
  [['agents[].scores.ownWords'], SCORES],
  [['scores.ownWords', 'scriptedRate'], SCORES],
  [['mined.conversations', 'scripts'], SCRIPTS],
];

const texts: readonly (readonly [sign: RegExp, what: string])[] = [
  [/^[^\n]*\bagent_id,[^\n]*,own_words\b/, SCORES],
  [/^unscripted \S+, rules \S+$/m, SCORES],
  [/^mined:\n(?: +\S.*\n)*scripts:/m, SCRIPTS],
];

/** What a file is that holds no transcript, from its first part; null for any other file. */
export function noTranscript(head: string): string | null {
  const paths = outline(head);
  const found = beside.find(([signs]) => stands(paths, signs));
  if (found !== undefined) return found[1];
  const written = texts.find(([sign]) => sign.test(head));
  if (written !== undefined) return written[1];
  if (!/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<[\w:]*recording\b/.test(head)) return null;
  return 'the record of a recording (SIPREC) without its words; give the transcript';
}
