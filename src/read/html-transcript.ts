/**
 * Transcripts saved or published as web pages. Where the page marks speakers and words by class names (`speaker-name`,
 * `transcript-text`, a `data-speaker`), those are read and all around them is not; else the page's text is read as
 * plain text with labels.
 */
import { Parser } from 'htmlparser2';
import type { Reading } from '../model/conversation.ts';
import { isChatBody } from './chat-body.ts';
import { type Moment, moment } from './clock.ts';
import { compose } from './compose.ts';
import { textOf } from './html-text.ts';
import { frame, looksTold } from './plain.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';
import { readingsOf, type Said } from './said.ts';
import { labelsIn, talk } from './talk.ts';
import { whole } from './whole.ts';

/** Transcripts as web pages. */
export const htmlTranscript: Reader = {
  id: 'html-transcript',
  title: 'HTML transcript',
  about:
    'A web page with a transcript: speakers and words marked by class names, or lines that begin with labels.',
  endings: ['.html', '.htm'],
  sniff(head) {
    if (!/^\s*<(?!\?xml)[!a-z]/i.test(head) || isChatBody(head)) return 0;
    if (marked(head).length > 1) return 0.95;
    if (looksTold(textOf(head)) >= 0.7) return 0.9;
    return /^\s*<(?:!doctype html|html)\b/i.test(head) ? 0.6 : 0.3;
  },
  read,
};

async function* read(input: Input): AsyncGenerator<Reading> {
  const html = await whole(input, 'cut it into one page a conversation');
  if (typeof html !== 'string') {
    yield { problem: html };
    return;
  }
  const said = marked(html);
  if (said.length > 1) {
    yield* readingsOf({ said }, { source: input.name, at: '', id: () => input.stem });
    return;
  }
  const lines = textOf(html).split('\n');
  const { spoken, header } = talk(lines, labelsIn(lines), () => '');
  if (spoken.length > 0)
    yield* compose(
      spoken,
      frame(header, input.name, '', () => input.stem),
    );
  else {
    const reason =
      'the page does not show who says what; save the transcript as text, or export it as JSON or captions';
    yield { problem: unreadable(input.name, '', reason) };
  }
}

const SPEAKER =
  /(?:^|[\s_-])(?:speaker|author|sender|participant|username|user-name|speakername)(?:[\s_-]|$)/i;
const WORDS =
  /(?:^|[\s_-])(?:text|message|msg|utterance|content|body|bubble|speech|sentence|caption|paragraph)(?:[\s_-]|$)/i;
const TIME = /(?:^|[\s_-])(?:time|timestamp|timecode|start)(?:[\s_-]|$)/i;
const starts = [
  'data-start',
  'data-start-time',
  'data-begin',
  'data-time',
  'data-timestamp',
  'datetime',
] as const;
const singles = new Set('br hr img input meta link source wbr area base col embed param track'.split(' '));

interface Open {
  readonly kind: 'speaker' | 'words' | 'time' | null;
  readonly from: number;
  /** Something inside was speaker or words: then this was only the box around it. */
  box: boolean;
}

/** The turns of a page that marks its speakers and words. */
function marked(html: string): Said[] {
  const said: Said[] = [];
  const open: Open[] = [];
  const text: string[] = []; // in pieces: cutting from one long text again and again would copy it each time
  let speaker = '';
  let time: Moment | null = null;
  const close = (): void => {
    const one = open.pop();
    if (one === undefined || one.kind === null) {
      const outer = open.at(-1);
      if (one?.box === true && outer !== undefined) outer.box = true;
      return;
    }
    const own = text.slice(one.from).join('').trim();
    const outer = open.at(-1);
    if (outer !== undefined && (one.kind !== 'time' || one.box)) outer.box = true;
    if (one.box || own === '') return;
    if (one.kind === 'speaker') speaker = own.replace(/\s*:$/, '');
    else if (one.kind === 'time') time = moment(own) ?? time;
    else if (speaker !== '') {
      said.push({ by: speaker, text: own.replace(/[ \t]*\n\s*/g, '\n'), time, at: '' });
      time = null;
    }
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const { class: classes = '', 'data-speaker': by } = attributes;
      if (by !== undefined && by.trim() !== '') speaker = by.trim();
      const start = starts.map(key => attributes[key]).find(value => value !== undefined);
      if (start !== undefined) time = moment(start) ?? time;
      if (/^(?:br|p|div|li)$/.test(name)) text.push('\n');
      if (singles.has(name)) return;
      const kind = SPEAKER.test(classes)
        ? 'speaker'
        : TIME.test(classes) || name === 'time'
          ? 'time'
          : WORDS.test(classes)
            ? 'words'
            : null;
      open.push({ kind, from: text.length, box: false });
    },
    ontext(data) {
      text.push(data.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      if (!singles.has(name)) close();
    },
  });
  parser.end(html);
  return said;
}
