/**
 * Whisper and its relatives (WhisperX, whisper-timestamped, whisper.cpp, the transcription interface of OpenAI):
 * segments in seconds. Only those that tell speakers apart, on segments or on words, can be scored.
 */
import { z } from 'zod';
import { clock } from './clock.ts';
import { type Format, readerOf } from './declared.ts';
import { id, listOf, part, raw, text, words } from './fields.ts';
import { outline } from './outline.ts';
import type { Reader } from './reader.ts';
import { type Said, speakerLabel, type Told } from './said.ts';
import { millis, seconds } from './span.ts';
import { carried } from './talkers.ts';

const Word = z.object({ word: words, text: words, start: raw, speaker: id });
const Segment = z.object({
  text: words,
  start: raw,
  speaker: id,
  words: listOf(Word),
  timestamp: raw,
  offsets: part({ from: raw }),
  timestamps: part({ from: text }),
});
type Segment = z.infer<typeof Segment>;
const Lists = z.object({
  language: text,
  segments: listOf(Segment),
  chunks: listOf(Segment),
  transcription: listOf(Segment),
  result: part({ language: text }),
});
const Transcript = z.preprocess(value => (Array.isArray(value) ? { segments: value } : value), Lists);
type Transcript = z.infer<typeof Lists>;

/** How Whisper and its relatives answer, for transcripts inside other formats too. */
export const whisperFormat: Format<Transcript> = {
  id: 'whisper',
  title: 'Whisper and WhisperX',
  about: 'Segments of Whisper, WhisperX, whisper.cpp and the like, with a speaker on segments or words.',
  signs: [
    ['segments[].start', 'segments[].text'],
    ['segments[].words[].word', 'segments[].start'],
    ['[].start', '[].end', '[].text', '[].speaker'],
    ['chunks[].timestamp', 'chunks[].text'],
    ['transcription[].offsets.from', 'transcription[].text'],
  ],
  unless: ['[].speakerId', 'segments[].speakerId'],
  schema: Transcript,
  told,
};

const whisperJson = readerOf(whisperFormat);
/** So much text before the segments begin fills a head. */
const LONG_TEXT = 50_000;

/** Transcripts of Whisper and WhisperX. */
export const whisper: Reader = {
  ...whisperJson,
  sniff(head) {
    const paths = outline(head);
    // The text of a long call comes first, and may be all that the head holds.
    const cut = paths.size === 1 && paths.has('text') && head.length > LONG_TEXT;
    return cut ? 0.6 : whisperJson.sniff(head);
  },
};

/** What Whisper makes of silence: credits of the films it learnt from. */
const IMAGINED =
  /^(?:thank(?:s| you)(?: so much)? for watching|please subscribe.*|subtitles? by .*|.*amara\.org.*|transcri(?:bed|ption) by .*)[.!]?$/i;

function told(transcript: Transcript): Told {
  const all = [...transcript.segments, ...transcript.chunks, ...transcript.transcription];
  const segments = all.filter(one => !IMAGINED.test((one.text ?? '').trim()));
  const language = transcript.language ?? transcript.result?.language ?? undefined;
  const leftOut = { 'imagined caption': all.length - segments.length };
  return { said: carried(segments.flatMap(pieces)), metadata: { language }, leftOut, pieces: true };
}

/** A segment as a whole, or word by word where its words name speakers of their own. */
function pieces(segment: Segment, index: number): Said[] {
  const at = `segments[${index}]`;
  const whole: Said = { by: speakerLabel(segment.speaker), text: segment.text, time: timeOf(segment), at };
  const named = new Set(segment.words.map(word => word.speaker).filter(one => one !== undefined));
  if (named.size === 0) return [whole];
  if (named.size === 1 && segment.text != null) return [{ ...whole, by: speakerLabel([...named][0]) }];
  const said = segment.words.map(word => ({
    by: speakerLabel(word.speaker),
    text: word.word ?? word.text,
    time: seconds(word.start) ?? whole.time,
    at,
  }));
  return carried(said);
}

function timeOf(segment: Segment): Said['time'] {
  const [from] = Array.isArray(segment.timestamp) ? segment.timestamp : [segment.timestamp];
  const stamp = segment.timestamps?.from;
  return (
    seconds(segment.start) ??
    seconds(from) ??
    millis(segment.offsets?.from) ??
    (stamp == null ? null : seconds(clock(stamp)))
  );
}
