/**
 * Captions to turns: who says each one, by voice tag (`<v Priya Shah>`), by `Name:` before the words, or by a name on
 * its own line. A caption without a name goes on with the speaker before it, and one speaker's captions are one turn.
 */
import type { Reading } from '../model/conversation.ts';
import { round } from './clock.ts';
import { compose, type Frame, type Spoken } from './compose.ts';
import type { Cue, Cues } from './cues.ts';
import { fieldOf } from './header.ts';
import { labelled, nameLike } from './labels.ts';
import { unreadable } from './problem.ts';
import type { Input } from './reader.ts';
import { bare, who } from './speakers.ts';
import { withoutStage } from './stage.ts';

/** The readings of a caption file: its conversation, and what could not be read of it. */
export function conversationOf(
  { cues, broken }: Cues,
  input: Input,
  notes: readonly string[] = [],
): Reading[] {
  const readings: Reading[] = broken.map(line => ({
    problem: unreadable(
      input.name,
      `line ${line}`,
      'this caption has a time that cannot be read; it is left out',
    ),
  }));
  const spoken = turns(cues);
  if (spoken.length === 0) {
    const reason = 'the file holds no caption with words; check that the export is complete';
    return [...readings, { problem: unreadable(input.name, '', reason) }];
  }
  if (spoken.every(one => one.label === '')) {
    const reason = 'no caption says who speaks; export it with speaker names';
    return [...readings, { problem: unreadable(input.name, '', reason) }];
  }
  const elimination = spoken.every(one => one.label !== '');
  const frame = { source: input.name, id: input.stem, at: '', elimination, ...announced(notes) };
  return [...readings, ...compose(spoken, frame)];
}

/** What notes beside the captions say of the conversation: `Agent ID: a14`, `Agent Name: Priya Shah`, `Channel: call`. */
function announced(notes: readonly string[]): Pick<Frame, 'agent' | 'customer' | 'channel'> {
  const said = new Map(notes.flatMap(note => fieldOf(note) ?? []).map(({ field, value }) => [field, value]));
  const [id, name] = [said.get('agentId'), said.get('agentName')];
  return {
    agent: id || name ? { ...(id ? { id } : {}), ...(name ? { name } : {}) } : undefined,
    customer: said.get('customerName'),
    channel: said.get('channel'),
  };
}

interface Voice {
  readonly label: string | null;
  readonly text: string;
}

function turns(cues: readonly Cue[]): Spoken[] {
  const isLabel = labelTest(cues);
  const spoken: { label: string; text: string; seconds: number; at: string }[] = [];
  for (const cue of cues) {
    for (const { label, text: words } of voices(cue, isLabel)) {
      const text = withoutStage(words);
      if (text === '' && words !== '') continue;
      const last = spoken.at(-1);
      if (label === null ? last !== undefined : last?.label === label) {
        last!.text = `${last!.text} ${text}`.trim();
      } else spoken.push({ label: label ?? '', text, seconds: round(cue.seconds), at: `line ${cue.line}` });
    }
  }
  return spoken.filter(one => one.text !== '');
}

/** The parts of a caption, each with its speaker; null goes on with the one before. */
function voices(cue: Cue, isLabel: (label: string) => boolean): Voice[] {
  const whole = cue.lines.join('\n');
  if (/<v[\s.>]/.test(whole)) {
    return whole.split(/(?=<v[\s.>])/).flatMap((part): Voice[] => {
      const tag = /^<v(?:\.[^\s>]*)?(?:\s+([^>]*))?>/.exec(part);
      if (tag === null) return part.trim() === '' ? [] : [{ label: null, text: clean(part) }];
      return [{ label: clean(tag[1] ?? ''), text: clean(part.slice(tag[0].length)) }];
    });
  }
  const found: Voice[] = [];
  for (const [i, line] of cue.lines.entries()) {
    const words = clean(line);
    const change = /^(?:>>|-\s)\s*/.exec(words);
    const said = change === null ? words : words.slice(change[0].length);
    const one = labelled(said);
    if (one !== null && isLabel(one.label)) found.push({ label: bare(one.label), text: one.text });
    else if (i === 0 && cue.lines.length > 1 && isLabel(said)) found.push({ label: bare(said), text: '' });
    else if (change?.[0].startsWith('>>')) found.push({ label: '', text: said });
    else found.push({ label: null, text: words });
  }
  return found;
}

/**
 * Which words count as a label: role words, names that recur, and, where nearly every caption has something like a
 * name before it (as meeting tools write them), names that come once.
 */
function labelTest(cues: readonly Cue[]): (label: string) => boolean {
  const counts = new Map<string, number>();
  const tagged = new Set<string>();
  let named = 0;
  for (const cue of cues) {
    for (const tag of cue.lines.join('\n').matchAll(/<v(?:\.[^\s>]*)?\s+([^>]*)>/g))
      tagged.add(clean(tag[1]!));
    const first = clean(cue.lines[0] ?? '').replace(/^(?:>>|-\s)\s*/, '');
    const label = labelled(first)?.label ?? (cue.lines.length > 1 ? first : '');
    if (label === '' || (!nameLike(label) && who(label) === null)) continue;
    named++;
    counts.set(bare(label), (counts.get(bare(label)) ?? 0) + 1);
  }
  const share = cues.length === 0 ? 0 : named / cues.length;
  return label => {
    const plain = bare(label);
    if (who(label) !== null || tagged.has(plain)) return true;
    if (!nameLike(label)) return false;
    return (counts.get(plain) ?? 0) > 1 || share >= (plain.includes(' ') ? 0.5 : 0.8);
  };
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

/** Caption text without its markup: tags, SubRip positions, entities. */
function clean(text: string): string {
  return text
    .replace(/<\/?(?:v|c|i|b|u|s|lang|ruby|rt|font)(?:[\s.][^<>]*)?>|<\d[\d:.]*>|\{\\an?\d\}/gi, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
