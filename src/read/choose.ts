/**
 * Choosing a format. The surest reader takes a file; an ending only lifts a doubtful one. Two equally sure, or none sure
 * enough, is a problem that names them: a format is never guessed in silence.
 */
import type { Problem } from '../model/conversation.ts';
import { guessedMap } from './map-guess.ts';
import { noTranscript } from './no-transcript.ts';
import { unreadable } from './problem.ts';
import type { Input, Reader } from './reader.ts';

const SURE = 0.5;
/** So sure is only a reader that knows a format by signs of its own. */
const CERTAIN = 0.85;
const DOUBTFUL = { from: 0.3, to: 0.7, lift: 0.1 };

/** The surest reader among some, or the problem that there is none. */
export function surest(input: Pick<Input, 'name' | 'head'>, among: readonly Reader[]): Reader | Problem {
  const sure = among.map(reader => ({ reader, sure: lifted(reader.sniff(input.head), reader, input.name) }));
  const most = Math.max(...sure.map(one => one.sure));
  const best = sure.filter(one => one.sure === most).map(one => one.reader);
  const known = most < CERTAIN ? noTranscript(input.head) : null;
  if (known !== null) return unreadable(input.name, '', `this is ${known}`);
  if (most < SURE) {
    const map = guessedMap(input.head);
    const example = map === null ? '' : `, or say what its columns are, such as --map '${map}'`;
    const reason = `the format is not recognised; name it with --input-format (see: unscripted formats)${example}`;
    return unreadable(input.name, '', reason);
  }
  if (best.length === 1) return best[0]!;
  return unreadable(
    input.name,
    '',
    `the format could be ${best.map(one => one.id).join(' or ')}; say which with --input-format`,
  );
}

/** How sure a reader is, with the ending of the file's name. */
export function lifted(sure: number, reader: Pick<Reader, 'endings'>, name: string): number {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  const fits = reader.endings.some(ending => plain.endsWith(ending));
  return fits && sure >= DOUBTFUL.from && sure <= DOUBTFUL.to ? sure + DOUBTFUL.lift : sure;
}
