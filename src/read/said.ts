/**
 * What a vendor's record says, on its way to `compose`: the same care for all of them. Empty texts, stage directions
 * and doubled words go, times become seconds from the start, turns stand in the order they began, and the words or
 * captions of one speaker in a row become one turn.
 */
import { isoSeconds } from '../filed/dates.ts';
import { knownKey } from '../filed/names.ts';
import type { Reading, Speaker } from '../model/conversation.ts';
import { fromStart, type Moment } from './clock.ts';
import { compose, type Frame, type Party, type Spoken } from './compose.ts';
import { doubled } from './doubled.ts';
import { doubtful, unreadable } from './problem.ts';
import { who } from './speakers.ts';
import { withoutStage } from './stage.ts';

/** One utterance, or one word of one. */
export interface Said {
  /** The speaker as the source labels them, the same each time; empty where it does not. */
  readonly by: string;
  readonly role?: Speaker | undefined;
  /** The agent's id and name, for a turn of an agent. */
  readonly agent?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly text: string | null | undefined;
  readonly time?: Moment | null | undefined;
  readonly at: string;
}

/** A conversation as a vendor's record tells it. */
export interface Told extends Partial<Omit<Frame, 'id' | 'source' | 'at' | 'outcome'>> {
  readonly id?: string | undefined;
  readonly outcome?: Frame['outcome'] | undefined;
  readonly said: readonly Said[];
  /** When it began, where times are of a day and the source knows. */
  readonly start?: Moment | null | undefined;
  /** The pieces are words, sentences or captions: those of one speaker in a row are one turn. */
  readonly pieces?: boolean;
  /** Why it may not be all of the conversation. */
  readonly doubt?: string | undefined;
}

/** Where a record stands, and what to call a conversation without an id. */
export interface Place {
  readonly source: string;
  readonly at: string;
  readonly id: () => string;
}

/** The readings of one told conversation. */
export function readingsOf(told: Told, place: Place): Reading[] {
  const { said, pieces, start, doubt, id, outcome, ...rest } = told;
  const leftOut = { ...rest.leftOut };
  const heard = said.flatMap((one): Said[] => {
    const text = withoutStage(one.text ?? '');
    if (text === '' && (one.text ?? '').trim() !== '')
      leftOut['stage direction'] = (leftOut['stage direction'] ?? 0) + 1;
    return text === '' ? [] : [{ ...one, text }];
  });
  const problem = (reason: string): Reading[] => [{ problem: unreadable(place.source, place.at, reason) }];
  if (heard.length === 0) return problem('it holds no words anybody said; check that the export is complete');
  const spoken = inOrder(heard, start ?? null);
  const turns = pieces === true ? joined(spoken) : spoken;
  if (turns.every(one => one.label === '')) {
    return problem(
      'nothing in it says who speaks; transcribe it again with speaker labels, or one channel a party',
    );
  }
  if (doubled(turns)) {
    return problem(
      'two speakers say the same words at the same time, so the speakers were not told apart; transcribe it again',
    );
  }
  const frame: Frame = {
    elimination: turns.every(one => one.label !== ''),
    ...rest,
    channel: channelOf(rest.channel),
    customer: unmasked(rest.customer),
    metadata: {
      ...rest.metadata,
      ...dateOf([start ?? null, ...heard.map(one => one.time ?? null)], rest.metadata),
    },
    ...(outcome === undefined ? {} : { outcome }),
    id: id ?? place.id(),
    source: place.source,
    at: place.at,
    leftOut,
  };
  const readings = compose(turns, frame);
  if (doubt === undefined || !readings.some(one => 'conversation' in one)) return readings;
  return [{ problem: doubtful(place.source, place.at, doubt) }, ...readings];
}

/** The day it began, where the source has no date of its own and its times are of a day. */
export function dateOf(
  times: readonly (Moment | null)[],
  metadata: Told['metadata'] = {},
): { date?: string } {
  if (Object.keys(metadata).some(key => knownKey(key)?.key === 'date')) return {};
  const absolute = times.flatMap(time => (time?.absolute === true ? [time.seconds] : []));
  const first = absolute.reduce((low, seconds) => Math.min(low, seconds), Number.POSITIVE_INFINITY);
  const date = isoSeconds(first);
  return date === null ? {} : { date };
}

/** Times from the start, and the turns in the order they began where all have one. */
function inOrder(said: readonly Said[], start: Moment | null): Spoken[] {
  const absolute = said.some(one => one.time?.absolute === true);
  const times = fromStart([...said.map(one => one.time ?? null), absolute ? start : null]).slice(0, -1);
  const known = times.every((time, i) => time !== undefined || said[i]!.time === undefined);
  const spoken = said.map(({ by, role, agent, text, at }, i): Spoken => {
    const seconds = times[i];
    const party = agent === undefined || role !== 'agent' ? undefined : partyOf(agent);
    return {
      label: by,
      text: text ?? '',
      at,
      ...(seconds === undefined ? {} : { seconds: Math.max(0, seconds) }),
      ...(role === undefined ? {} : { role }),
      ...(party === undefined ? {} : { agent: party }),
    };
  });
  const sorted = known && spoken.every(one => one.seconds !== undefined);
  return sorted ? spoken.sort((a, b) => a.seconds! - b.seconds!) : spoken;
}

/** One speaker's pieces in a row as one turn; a full stop by itself takes no space before it. */
export function joined(spoken: readonly Spoken[]): Spoken[] {
  const turns: { first: Spoken; parts: string[] }[] = [];
  for (const one of spoken) {
    const open = turns.at(-1);
    if (open === undefined || open.first.label !== one.label || open.first.agent?.id !== one.agent?.id) {
      turns.push({ first: one, parts: [one.text] });
    } else open.parts.push(/^[.,!?;:…%]+$/.test(one.text) ? one.text : ` ${one.text}`);
  }
  return turns.map(({ first, parts }) => ({ ...first, text: parts.join('') }));
}

/** A channel in plain words, whatever the vendor calls a call. */
function channelOf(word: string | undefined): string | undefined {
  const plain = word?.toLowerCase();
  return plain === undefined || !/^(?:voice|phone|phone_call|telephony)$/.test(plain) ? plain : 'call';
}

/** A name, unless it is only the mark of one that was taken out. */
function unmasked(name: string | undefined): string | undefined {
  return name === undefined || /^(?:\s*|\[[A-Z][A-Z_ ]*\]|[*#X]+|<[^<>]*>)$/.test(name.trim())
    ? undefined
    : name;
}

function partyOf({ id, name }: NonNullable<Said['agent']>): Party | undefined {
  const [known, called] = [unmasked(id), unmasked(name)];
  if (known === undefined && called === undefined) return undefined;
  return { ...(known === undefined ? {} : { id: known }), ...(called === undefined ? {} : { name: called }) };
}

/** The role a vendor's own word names (`HUMAN_AGENT`, `END_USER`); a supervisor is nobody to score. */
export function stated(word: string | undefined): Speaker | undefined {
  if (word === undefined) return undefined;
  if (/supervisor|monitor|coach|whisper/i.test(word)) return 'system';
  const found = who(word);
  return found === null || found.doubtful === true ? undefined : found.speaker;
}

/** A speaker's label as people write it: `Speaker 0` for 0, `Channel 1` for channel 1, and a name as it is. */
export function speakerLabel(
  label: string | null | undefined,
  kind: 'Speaker' | 'Channel' = 'Speaker',
): string {
  if (label === undefined || label === null) return '';
  return /^(?:\d{1,20}|[A-Za-z])$/.test(label) ? `${kind} ${label}` : label;
}
