/**
 * A whole transcript in one text value, a cell of a table or of JSON: labelled lines,
 * mails under their headers, a body of Salesforce's, or HTML.
 */
import { chatBody, isChatBody } from './chat-body.ts';
import { cellLines } from './csv-cell.ts';
import type { Header } from './header.ts';
import { isHtml, textOf } from './html-text.ts';
import { mailText } from './mail-text.ts';
import { looksTold } from './plain.ts';
import type { Said } from './said.ts';
import { labelsIn, talk } from './talk.ts';

/** What such a text holds: its turns, none where nobody is named, and what its header says. */
export interface TranscriptText {
  readonly said: readonly Said[];
  readonly header: Omit<Header, 'end'>;
}

/** Takes a transcript apart; `at` is where the cell stands. */
export function transcriptText(text: string, at: string): TranscriptText {
  if (isChatBody(text)) return chatBody(text, at);
  const mails = mailText(text, () => at);
  if (mails.length > 0) return { said: mails, header: { channel: 'email' } };
  const lines = linesOf(text);
  const { spoken, header } = talk(lines, labelsIn(lines), () => at);
  const said = spoken.map(({ label, text, seconds, agent, role }): Said => {
    const time = seconds === undefined ? undefined : { seconds, absolute: false };
    return { by: label, text, time, agent, role, at };
  });
  return { said, header };
}

/** How sure a cell's text is a transcript. */
export function looksLikeTranscript(text: string): number {
  return isChatBody(text) || mailText(text, String).length > 0 ? 1 : looksTold(linesOf(text).join('\n'));
}

function linesOf(text: string): string[] {
  return cellLines(isHtml(text) && !/\n.*\n/.test(text) ? textOf(text) : text);
}
