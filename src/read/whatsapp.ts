/** WhatsApp's "Export chat": one text file, in the date notation of the phone that wrote it. */
import { dated, readDatedLines } from './dated-lines.ts';
import type { Reader } from './reader.ts';
import { isSignal } from './signal.ts';

/** A WhatsApp chat. */
export const whatsapp: Reader = {
  id: 'whatsapp',
  title: 'WhatsApp chat export',
  about:
    'The text file of "Export chat", Android or iPhone, in any date notation; names or numbers as labels.',
  endings: ['.txt'],
  sniff(head) {
    const lines = head.split(/\r\n|\r|\n/).slice(0, 40);
    const first = lines.find(line => line.trim() !== '') ?? '';
    // An ISO day and time without a comma is how plain text is stamped.
    if (dated(first) === null || isSignal(head) || /^\W*\d{4}-\d{2}-\d{2} /.test(first)) return 0;
    return lines.some(line => /:/.test(dated(line)?.rest ?? '')) ? 0.96 : 0;
  },
  read: readDatedLines,
};
