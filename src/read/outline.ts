/**
 * Which keys the first part of a JSON text has, and where: enough to recognise a vendor's export. The text may be cut
 * off or broken (comments, `...`), as vendors' own examples are, so this looks for keys and does not parse.
 */

/** Key paths such as `Transcript[].Content`; `[]` stands for the items of a list. */
export type Outline = ReadonlySet<string>;

const none: Outline = new Set();
let last: readonly [head: string, paths: Outline] = ['', none];

/** The key paths of a JSON text; empty for any other text. The latest answer is kept, as every reader asks. */
export function outline(head: string): Outline {
  if (last[0] !== head) last = [head, /^\s*[{[]/.test(head) ? paths(head) : none];
  return last[1];
}

/** Deeper than this no format has its signs; and paths of endless depth would fill the memory. */
const DEEPEST = 12;

const SPECIAL = /["{}[\]]|\/\/[^\n]*/g;
const STRING = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const COLON = /\s*:/y;

function paths(text: string): Outline {
  const found = new Set<string>();
  const open: { readonly list: boolean; readonly path: string }[] = [];
  let key = ''; // the path of the latest key: what the next bracket opens
  SPECIAL.lastIndex = 0;
  for (let next = SPECIAL.exec(text); next !== null; next = SPECIAL.exec(text)) {
    const [mark] = next;
    const inside = open.at(-1);
    if (mark === '"') {
      STRING.lastIndex = next.index;
      const string = STRING.exec(text)?.[0];
      if (string === undefined) {
        if (!text.includes('\n', next.index)) break; // cut off in the middle of a text
        continue;
      }
      SPECIAL.lastIndex = COLON.lastIndex = next.index + string.length;
      if (inside?.list !== false || !COLON.test(text)) continue;
      key = inside.path === '' ? string.slice(1, -1) : `${inside.path}.${string.slice(1, -1)}`;
      found.add(key);
    } else if (mark === '{' || mark === '[') {
      const path = inside === undefined ? '' : open.length > DEEPEST ? '…' : inside.list ? inside.path : key;
      open.push(mark === '[' ? { list: true, path: `${path}[]` } : { list: false, path });
    } else if (mark === '}' || mark === ']') open.pop();
  }
  return found;
}

/** Keys that only wrap what an interface answers: `{"data": [ … ]}`. */
export const wrappers: readonly string[] =
  `data results result response responses body payload detail records record items value values list
   conversations conversation calls call transcripts transcript transcription meeting meetings contacts
   recordings interactions interaction`.split(/\s+/);

const WRAPPED = new RegExp(`^(?:(?:${wrappers.join('|')})?(?:\\[\\])?\\.){0,3}$`);

/** Whether all paths stand in a text together, at its top or inside the same wrapper. */
export function stands(paths: Outline, signs: readonly string[]): boolean {
  const [first = '', ...more] = signs;
  for (const path of paths) {
    if (!path.endsWith(first)) continue;
    const wrap = path.slice(0, path.length - first.length);
    if (WRAPPED.test(wrap) && more.every(sign => paths.has(wrap + sign))) return true;
  }
  return false;
}

/** The same for a parsed value, without wrappers: whether it has something at all these paths. */
export function fits(value: unknown, signs: readonly string[]): boolean {
  return signs.every(sign => reaches(value, sign.split(/\.|(?=\[\])/)));
}

/** How many items of a list are looked at: a broken or odd one must not hide the others. */
const ITEMS_SEEN = 50;

function reaches(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  if (step === '[]') {
    return Array.isArray(value) && value.slice(0, ITEMS_SEEN).some(item => reaches(item, rest));
  }
  return !Array.isArray(value) && Object.hasOwn(value, step) && reaches((value as never)[step], rest);
}
