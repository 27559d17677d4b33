/**
 * What labels tell, and what others say of them: `@AcmeHelp` that the other side writes to, `Priya` whom the chat
 * announces ("you are now chatting with Priya"), a phone number opposite a name.
 */
import { sameName } from './cast.ts';
import type { Uttered } from './evidence.ts';
import { bare } from './speakers.ts';

/** Weights as in the wordings: above 0 for the agent. */
const weights = {
  /** The other side, or the chat itself, announces the name as who will help. */
  announced: 4,
  /** The handle itself says that it helps: `@AcmeSupport`, `Acme Care Team`. */
  helps: 3,
  /** Others write to it by its handle, as one writes to a company. */
  written: 2,
  /** Customers are often known by their number only. */
  phone: -1.5,
} as const;

const ANNOUNCED =
  /(?:chatting|connected|connecting you|speaking|talking|transfer(?:ring|red)? you|put you through|passing you|passed you) (?:now )?(?:with|to) ((?:\p{Lu}[\p{L}'’.-]*\s?){1,3})|((?:\p{Lu}[\p{L}'’.-]*\s?){1,3})(?:\([^)]*\) )?(?:has joined|joined the|will be (?:with|assisting|helping)|is here to help|from (?:our|the) [\p{L} ]{3,30} team)/gu;
const HELPS = /(?:support|help|care|service|services|team|official|assist|cares|helps|helpdesk)$/i;

/** What speaks for each label by itself; labels without anything are missing. */
export function labelEvidence(turns: readonly Uttered[]): Map<string, number> {
  const labels = [...new Set(turns.map(one => one.label))];
  const sums = new Map<string, number>();
  const add = (label: string, weight: number): void => {
    sums.set(label, (sums.get(label) ?? 0) + weight);
  };
  const numbers = labels.filter(isPhone);
  if (numbers.length < labels.length) for (const label of numbers) add(label, weights.phone);
  for (const label of labels) {
    const name = bare(label).replace(/^@/, '');
    if (name === '' || isPhone(label)) continue;
    if (HELPS.test(name)) add(label, weights.helps);
    const others = turns.filter(one => one.label !== label);
    if (others.some(one => announcedIn(one.text).some(told => sameName(told, name))))
      add(label, weights.announced);
    const handle = `@${name.replace(/\s+/g, '').toLowerCase()}`;
    if (others.some(one => one.text.toLowerCase().startsWith(handle))) add(label, weights.written);
  }
  return sums;
}

/** The names that a text announces. */
function announcedIn(text: string): string[] {
  const found = [...text.slice(0, 400).matchAll(ANNOUNCED)];
  return found.map(one => (one[1] ?? one[2] ?? '').trim()).filter(name => name !== '');
}

function isPhone(label: string): boolean {
  return /^\+?[\d\s().-]{7,20}$/.test(label.trim());
}
