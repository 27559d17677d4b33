/**
 * Labels at the head of a line: `Agent:`, `[00:01:23] **Priya:**`, `Dana Wu (0:21):`. A colon is not enough
 * (`Note: …`, `https://`, `12:30`), so a label counts only when it is a role word, is announced, or recurs and
 * looks like a name.
 */
import { type Moment, moment } from './clock.ts';
import { bare, who } from './speakers.ts';

/** A line taken apart; whether its label counts is for `accepted` to say. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
  readonly time: Moment | null;
  /** The label stands alone on its line, with or without a time, and the words follow below. */
  readonly alone: boolean;
}

const STAMP = String.raw`(?:\d{4}-\d{2}-\d{2}[T ])?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:Z|\s?[APap]\.?[Mm]\.?)?`;
const BEFORE = new RegExp(String.raw`^(?:[[(]\s*(${STAMP})\s*[\])]|(${STAMP})(?=\s))\s*(?:[-–—|]\s+)?`);
const AFTER = new RegExp(String.raw`^[[(]\s*(${STAMP})\s*[\])]\s*`);
const LABEL = new RegExp(
  String.raw`^(?:\*\*|__)?([^:：\t]{1,60}?)\s*(?:\*\*|__)?\s*(?:[[(]?\s*(${STAMP})\s*[\])]?\s*)?(?:\*\*|__)?[:：](?:\*\*|__)?(?!//)`,
);
const ALONE = new RegExp(
  String.raw`^(?:\*\*|__)?([^:：\t]{1,60}?)(?:\*\*|__)?\s+[[(]?(${STAMP})\s*[\])]?\s*$`,
);
/** How much of a line a label and its times can take; the rest may be megabytes and is not looked at. */
const LABEL_ROOM = 160;

/** Takes a line apart into time, label and words; null where nothing stands before a colon. */
export function labelled(line: string): Labelled | null {
  const start = line.slice(0, LABEL_ROOM).replace(/^\s*(?:[-•>]+\s+)?/, '') + line.slice(LABEL_ROOM);
  let front = start.slice(0, LABEL_ROOM);
  let time: Moment | null = null;
  const before = BEFORE.exec(front);
  if (before !== null) {
    time = moment(before[1] ?? before[2]!);
    front = front.slice(before[0].length);
  }
  // First the line that is a name and a time and nothing else: the colons are the time's own.
  const alone = start.length < LABEL_ROOM && before === null ? ALONE.exec(start.trimEnd()) : null;
  if (alone !== null && /\p{L}/u.test(alone[1]!)) {
    return { label: alone[1]!.trim(), text: '', time: moment(alone[2]!), alone: true };
  }
  const found = LABEL.exec(front);
  if (found === null || !/\p{L}/u.test(found[1]!)) return null;
  let text = start.slice((before?.[0].length ?? 0) + found[0].length);
  if (!/^(?:\s|$)/.test(text) && who(found[1]!) === null) return null;
  text = text.trim();
  if (found[2] !== undefined) time ??= moment(found[2]);
  const inside = AFTER.exec(text.slice(0, LABEL_ROOM));
  if (inside !== null) {
    time ??= moment(inside[1]!);
    text = text.slice(inside[0].length);
  }
  return { label: found[1]!.trim(), text, time, alone: text === '' };
}

/** A time with nothing else on its line. */
const BARE_TIME = new RegExp(String.raw`^\s*[[(]?\s*(${STAMP})\s*[\])]?\s*$`);

/** A name on a line and its time on the next, put together on the first as `Priya Shah 00:00:19`. */
export function stamped(lines: readonly string[]): readonly string[] {
  if (!lines.some(line => line.length < LABEL_ROOM && BARE_TIME.test(line))) return lines;
  const out = [...lines];
  for (let i = 1; i < out.length; i++) {
    const name = out[i - 1]!.trim();
    if (out[i]!.length >= LABEL_ROOM || !BARE_TIME.test(out[i]!)) continue;
    if (name === '' || name.length > 60 || !/^[^:：]*$/.test(name) || !(nameLike(name) || who(name) !== null))
      continue;
    out[i - 1] = `${name} ${out[i]!.trim()}`;
    out[i] = '';
  }
  return out;
}

/** Words that stand before a colon again and again and are no party. */
const notNames = new Set(
  `note notes warning important question answer reminder tip update subject date time address phone email name
   order total price number account reference ref example step option item summary topic agenda re ps fyi edit
   http https well so yes no ok okay remember listen look first second third finally also however status result
   duration location id url link from to cc bcc sent attachments title description reason priority type queue`.split(
    /\s+/,
  ),
);
const particle = /^(?:de|da|do|dos|del|della|di|du|van|von|der|den|la|le|el|al|bin|ibn|ben|y|e|of|the)$/;
const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u;

/** Whether words look like what a person or a party is called. */
export function nameLike(label: string): boolean {
  const plain = bare(label).replace(/\s*\([^()]*\)$/, '');
  const words = plain.split(/[\s,]+/).filter(word => word !== '');
  if (words.length === 0 || words.length > 5 || notNames.has(plain.toLowerCase())) return false;
  if (!nameWord.test(words[0]!)) return false;
  return words.every(word => nameWord.test(word) || particle.test(word) || /^\d{1,3}$/.test(word));
}

/** `User 384756`: people known by numbers alone. */
function numbered(label: string): boolean {
  return /^(?:user|participant|speaker|person) #?\d{1,20}$/i.test(bare(label));
}

/** Of the labels found in a text, those that count as speakers. */
export function accepted(labels: readonly string[], announced: readonly string[] = []): Set<string> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const names = new Set(announced.map(name => bare(name).toLowerCase()));
  for (const label of counts.keys()) {
    const alias = who(label)?.alias;
    if (alias !== undefined) names.add(alias.toLowerCase());
  }
  const kept = new Set<string>();
  for (const [label, count] of counts) {
    const known = who(label) !== null || names.has(bare(label).toLowerCase());
    if (known || numbered(label) || (count > 1 && nameLike(label))) kept.add(label);
  }
  return kept;
}
