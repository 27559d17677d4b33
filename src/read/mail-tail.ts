/**
 * What a mail says itself, without the messages it quotes: an agent is not scored on the customer's words below
 * the reply. Told are the usual marks of mail programs, in the languages they are most often set to.
 */
import { isHtml, textOf } from './html-text.ts';

/** `On Tue, 19 Nov 2024 at 2:34 PM, Dana <dana@…> wrote:` and its like. */
const wrote =
  /^\s*(?:On|Am|Le|El|Op|Il|Em|Den|Dne|W dniu)\s(?=.*\d).{4,250}\s(?:wrote|schrieb|a écrit|escribió|schreef|ha scritto|escreveu|skrev|napsal|pisze)\b.{0,120}[:：]\s*$/iu;
const sender = /^.{3,120}<\S+@\S+>\s*(?:wrote|writes|schrieb)\s*[:：]\s*$/iu;
const original =
  /^\s*[-_*#]{2,}\s*(?:Original Message|Original Appointment|Forwarded message|Begin forwarded message|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Message d['’]origine|Mensaje original|Oorspronkelijk bericht|Messaggio originale|Mensagem original)\s*[-_*#]*\s*$/iu;
/** What ticket systems put above the mail they send out; the answer stands over it. */
const above = /^\s*[-_*#=]{2,}.{0,10}(?:type|write|enter|put)?.{0,12}reply above this line/iu;
/** Outlook writes the header of the old message as plain lines. */
const from = /^\s*\*?(?:From|Von|De|Van|Da)\s?:\*?\s*\S/iu;
const sent =
  /^\s*\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Enviada|Verzonden|Inviato|Data|Fecha)\s?:\*?\s*\S/iu;
const subject = /^\s*\*?(?:Subject|Betreff|Objet|Asunto|Onderwerp|Oggetto|Assunto)\s?:\*?/iu;
const HEADER_LINES = 10;
/** The words that introduce a quote may be broken over this many lines. */
const WROTE_LINES = 3;

/** A body's own words: HTML made text, quoted messages left out. */
export function ownWords(body: string): string {
  return unquoted(isHtml(body) ? textOf(body, { quoted: false }) : body);
}

/** Plain text without the messages it quotes; an answer written below or between the quoted lines is kept. */
export function unquoted(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const kept: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (/^\s*>/.test(line)) continue;
    const said = kept.some(one => one.trim() !== '');
    if (original.test(line) || oldHeader(lines, i) || (said && above.test(line))) break;
    if (above.test(line)) continue;
    const introduced = introduction(lines, i);
    if (introduced > 0) {
      const next = lines.slice(i + introduced).find(one => one.trim() !== '');
      if (next !== undefined && !/^\s*>/.test(next)) break;
      i += introduced - 1;
      continue;
    }
    kept.push(line.trimEnd());
  }
  while (/^\s*(?:_{5,}|-{5,})?\s*$/.test(kept.at(-1) ?? 'x')) kept.pop(); // the rule over what was cut
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How many lines from here introduce a quote: none, or the line, or it and those it was broken over. */
function introduction(lines: readonly string[], at: number): number {
  if (lines[at]!.trim() === '') return 0;
  for (let count = 1; count <= WROTE_LINES; count++) {
    if ((lines[at + count - 1] ?? '').trim() === '') return 0;
    const joined = lines.slice(at, at + count).join(' ');
    if (joined.length < 500 && (wrote.test(joined) || (count === 1 && sender.test(joined)))) return count;
  }
  return 0;
}

function oldHeader(lines: readonly string[], at: number): boolean {
  if (!from.test(lines[at]!)) return false;
  const next = lines.slice(at + 1, at + HEADER_LINES);
  return next.some(line => sent.test(line)) && next.some(line => subject.test(line));
}
