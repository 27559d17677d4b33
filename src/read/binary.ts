/** Files that are no text: what they are, by their first bytes, and what to do about it. */
import { encodingOf } from './encoding.ts';

const archive = 'unpack it first and give the transcripts inside';
const audio = 'transcribe it first: only text can be read';
const document = 'save it as plain text, CSV or JSON first';

const marks: readonly (readonly [bytes: string, what: string, advice: string])[] = [
  ['1f8b', 'a gzip archive', archive],
  [
    '504b0304',
    'a zip archive, or a Word or Excel document',
    `${archive}, or save the document as text or CSV`,
  ],
  ['504b0506', 'an empty zip archive', archive],
  ['28b52ffd', 'a zstd archive', archive],
  ['425a68', 'a bzip2 archive', archive],
  ['fd377a585a00', 'an xz archive', archive],
  ['377abcaf271c', 'a 7-Zip archive', archive],
  ['255044462d', 'a PDF', document],
  ['d0cf11e0a1b11ae1', 'an old Office document', document],
  ['7b5c727466', 'an RTF document', document],
  ['53514c69746520666f726d6174203300', 'an SQLite database', 'export its table as CSV first'],
  ['50415231', 'a Parquet table', 'export it as CSV or JSON Lines first'],
  ['89504e47', 'a PNG image', document],
  ['ffd8ff', 'a JPEG image', document],
  ['494433', 'an MP3 recording', audio],
  ['4f676753', 'an Ogg recording', audio],
  ['664c6143', 'a FLAC recording', audio],
  ['52494646', 'a WAV or other RIFF recording', audio],
];

/** What a file is and what to do, when its first bytes are not text; null for text. */
export function binary(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 16)).toString('hex');
  for (const [bytes, what, advice] of marks) if (start.startsWith(bytes)) return `is ${what}; ${advice}`;
  if (encodingOf(head).name === 'utf-8' && head.includes(0)) {
    return 'is a binary file, not text; give the transcript as text, CSV, captions or JSON';
  }
  return null;
}
