/** Signal chats as its export tools write them: `[2025-11-03, 12:23] Name: text`. */
import { readDatedLines } from './dated-lines.ts';
import type { Reader } from './reader.ts';

/** Whether a text is such a chat: the day in ISO order, no seconds, in brackets. */
export function isSignal(head: string): boolean {
  return /^\s*\[\d{4}-\d{2}-\d{2}, \d{2}:\d{2}\] [^:\n]{1,80}:/.test(head);
}

/** A Signal chat. */
export const signal: Reader = {
  id: 'signal',
  title: 'Signal chat export',
  about: 'Text or Markdown of a Signal export tool, each message led by "[2025-11-03, 12:23] Name:".',
  endings: ['.txt', '.md'],
  sniff: head => (isSignal(head) ? 0.96 : 0),
  read: readDatedLines,
};
