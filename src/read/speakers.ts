/**
 * Who a label means: `Agent:`, `**Rep (Priya)**`, `Customer 2`, `Dana Wu - Caller`. Only words that name a role are
 * believed here; a person's name needs `cast`, which sees all labels of a conversation together.
 */
import type { Speaker } from '../model/conversation.ts';
import { fieldWords, qualifiers, roleWords } from './role-words.ts';

/** A role, with the person's name or number where the label gives one. */
export interface Who {
  readonly speaker: Speaker;
  readonly name?: string;
  /** `Agent 2`: tells two of one role apart, and is no name. */
  readonly number?: number;
  /** `LIA` in `Life Insurance Agent (LIA)`: another label for the same party. */
  readonly alias?: string;
  /** `user`: a customer only where an agent word stands opposite. */
  readonly doubtful?: true;
}

/** A label without decoration: `**[Agent]**` is `Agent`, `end_user` is `end user`. */
export function bare(label: string): string {
  return label
    .replace(/[*_#<>[\]"“”:\s]+/gu, ' ')
    .trim()
    .replace(/(\p{Ll})(\p{Lu})(?=\p{Ll}+$)/u, '$1 $2');
}

/** A label as people see it, to be said back to them: `**SPEAKER_00**:` is `SPEAKER_00`. */
export function undecorated(label: string): string {
  return label.replace(/[*#<>[\]"“”:\s]+/gu, ' ').replace(/^[_ ]+|[_ ]+$/g, '');
}

/** The role a label names by itself, or null. */
export function who(label: string): Who | null {
  const quick = roleWords.get(label);
  if (quick !== undefined) return asWho(quick);
  if (label.length > 80) return null;
  return named(bare(label)) ?? named(label.replace(/[*_#<>[\]"“”:\s]+/gu, ' ').trim());
}

function named(label: string): Who | null {
  const plain = roleOf(label);
  if (plain !== null) return plain;
  const bracket = /^(.+?)\s*\(([^()]+)\)$/u.exec(label);
  if (bracket !== null) return paired(bracket[1]!, bracket[2]!, true);
  const halves = /^(.+?)\s*(?:\s[-–—]\s|[/|,])\s*(.+)$/u.exec(label);
  if (halves !== null) return paired(halves[1]!, halves[2]!, false);
  return null;
}

/** `Agent (Priya)`, `Priya (Agent)`, `Life Insurance Agent (LIA)`. */
function paired(left: string, right: string, bracketed: boolean): Who | null {
  const first = roleOf(left);
  const second = roleOf(right);
  if (first !== null && second !== null) return first.speaker === second.speaker ? first : null;
  if (first !== null) {
    if (bracketed && initials(left) === right) return { ...first, alias: right };
    return isNamed(right) ? { ...first, name: right } : bracketed ? first : null;
  }
  return second !== null && isNamed(left) ? { ...second, name: left } : null;
}

/** A role word alone, counted (`Customer 2`), qualified (`PA Agent`) or with a name after it (`Agent Priya`). */
function roleOf(label: string): Who | null {
  const lower = label.toLowerCase().replace(/-/g, ' ');
  const exact = roleWords.get(lower);
  if (exact !== undefined)
    return asWho(exact, /^(supervisor|manager|team lead)/.test(lower) ? label : undefined);
  const counted = /^(.+?)\s*#?(\d{1,3})$/.exec(lower);
  if (counted !== null) {
    const role = roleWords.get(counted[1]!.trim());
    return role === undefined ? null : { ...asWho(role), number: Number(counted[2]) };
  }
  const parts = label.split(/\s+/);
  if (parts.length < 2 || parts.length > 6) return null;
  for (let cut = Math.min(3, parts.length - 1); cut > 0; cut--) {
    const tail = roleWords.get(parts.slice(-cut).join(' ').toLowerCase());
    if (tail !== undefined && parts.slice(0, -cut).every(qualifies)) return asWho(tail);
  }
  for (let cut = Math.min(3, parts.length - 1); cut > 0; cut--) {
    const role = roleWords.get(parts.slice(0, cut).join(' ').toLowerCase());
    const rest = parts.slice(cut);
    if (
      role !== undefined &&
      rest.every(word => /^\p{Lu}[\p{L}\p{M}'’.]*$/u.test(word)) &&
      isNamed(rest.join(' '))
    ) {
      return asWho(role, rest.join(' '));
    }
  }
  return null;
}

function qualifies(word: string): boolean {
  return qualifiers.has(word.toLowerCase()) || /^\p{Lu}[\p{L}\p{M}&'’.]*$/u.test(word);
}

function isNamed(words: string): boolean {
  return /\p{L}/u.test(words) && !words.split(/\s+/).some(word => fieldWords.has(word.toLowerCase()));
}

function initials(words: string): string {
  return words
    .split(/[\s-]+/)
    .map(word => word.charAt(0).toUpperCase())
    .join('');
}

function asWho(role: Speaker | 'doubtful', name?: string): Who {
  const who: Who = role === 'doubtful' ? { speaker: 'customer', doubtful: true } : { speaker: role };
  return name === undefined ? who : { ...who, name };
}
