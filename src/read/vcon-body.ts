/**
 * The body of a vCon's transcript: lines such as `Name: …`, an object around a text, or the answer of whichever
 * recogniser made it, perhaps packed once more as a string.
 */
import { assemblyaiFormat } from './assemblyai.ts';
import { azureSpeechFormat } from './azure-speech.ts';
import { type Format, isRecord } from './declared.ts';
import { deepgramFormat } from './deepgram.ts';
import { isFields } from './fields.ts';
import { labelled } from './labels.ts';
import { revaiFormat } from './revai.ts';
import { joined, type Said, speakerLabel } from './said.ts';
import { instant, seconds } from './span.ts';
import { speechmaticsFormat } from './speechmatics.ts';
import { labelsIn, talk } from './talk.ts';
import type { Parties } from './vcon-party.ts';
import { whisperFormat } from './whisper.ts';

/** A body unpacked: base64url and JSON in a string are undone, where they are what they say. */
export function bodyOf({
  body,
  encoding,
}: {
  readonly body?: unknown;
  readonly encoding?: string | null | undefined;
}): unknown {
  if (typeof body !== 'string') return body;
  const text = encoding === 'base64url' ? Buffer.from(body, 'base64url').toString('utf8') : body;
  if (encoding !== 'json' && !/^\s*[{[]\s*["{[]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a transcript's body says; utterances without a speaker where it names none. */
export function transcriptOf(body: unknown, people: Parties, at: string): Said[] {
  if (typeof body === 'string') return lined(body, people, at);
  if (Array.isArray(body))
    return body.some(isTurn) ? body.filter(isTurn).map(one => turn(one, people, at)) : [];
  if (!isFields(body)) return [];
  const own = recognised(body, people, at);
  if (own.length > 0) return own;
  for (const key of ['transcript', 'text', 'turns', 'utterances', 'messages', 'segments']) {
    const inner = body[key];
    if (inner !== undefined && inner !== null) {
      const said = transcriptOf(inner, people, at);
      if (said.length > 0) return said;
    }
  }
  return [];
}

function lined(text: string, people: Parties, at: string): Said[] {
  const lines = text.split(/\r\n|\r|\n/);
  const labels = labelsIn(lines);
  for (const line of lines) {
    const label = labelled(line)?.label;
    if (label !== undefined && people.names.includes(label)) labels.add(label);
  }
  const { spoken } = talk(lines, labels, line => `${at}, line ${line + 1}`);
  if (spoken.length === 0) return text.trim() === '' ? [] : [{ by: '', text, at }];
  return spoken.map(one => ({
    ...people.called(one.label),
    text: one.text,
    at: one.at,
    time: one.seconds === undefined ? null : { seconds: one.seconds, absolute: false },
  }));
}

function isTurn(value: unknown): value is Record<string, unknown> {
  return (
    isFields(value) &&
    ['text', 'message', 'content', 'body', 'transcript'].some(key => typeof value[key] === 'string')
  );
}

function turn(one: Record<string, unknown>, people: Parties, at: string): Said {
  const text = [one.text, one.message, one.content, one.body, one.transcript].find(
    value => typeof value === 'string',
  );
  const label = one.speaker ?? one.role ?? one.name ?? one.party ?? one.participant;
  const time =
    instant(one.timestamp ?? one.time) ?? seconds(one.start ?? one.start_time ?? one.timestamp ?? one.time);
  const by =
    typeof label === 'string'
      ? people.called(label)
      : { by: typeof label === 'number' ? speakerLabel(`${label}`) : '' };
  return { ...by, text: text as string, time, at };
}

const vendors = [
  deepgramFormat,
  assemblyaiFormat,
  revaiFormat,
  azureSpeechFormat,
  speechmaticsFormat,
  whisperFormat,
] as readonly Format<unknown>[];

function recognised(body: unknown, people: Parties, at: string): Said[] {
  for (const vendor of vendors) {
    const record = isRecord(vendor, body) ? vendor.schema.safeParse(body) : undefined;
    if (record?.success !== true) continue;
    const told = [vendor.told(record.data)].flat().filter(one => typeof one !== 'string');
    const all = told.flatMap(one => (one.pieces === true ? whole(one.said) : one.said));
    return all.map(one => ({
      ...one,
      ...(one.by === '' ? {} : people.called(one.by)),
      at: `${at}, ${one.at}`,
    }));
  }
  return [];
}

/** Words and captions put together here, as messages in the same vCon must stay apart. */
function whole(said: readonly Said[]): Said[] {
  const pieces = said.map(one => ({
    label: one.by,
    text: (one.text ?? '').trim(),
    at: one.at,
    time: one.time,
  }));
  const heard = pieces.filter(one => one.text !== '');
  const timed = heard.every(one => one.time != null);
  const sorted = timed ? heard.toSorted((a, b) => a.time!.seconds - b.time!.seconds) : heard;
  return joined(sorted).map(({ label, ...one }) => ({ by: label, ...one }));
}
