/**
 * Where a text stops being JSON. `JSON.parse` says so in some Node versions only, and each in its own words; this
 * walks the text once, without recursion, and is used only after `JSON.parse` has refused it.
 */

/** The first character that cannot be JSON, its line and column counted from 1, and why. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

type Want = 'value' | 'key' | 'value or ]' | 'key or }' | 'colon' | 'comma' | 'end';

/** The fault in a text, or null when it is JSON after all. */
export function jsonFault(text: string): Fault | null {
  const open: ('{' | '[')[] = [];
  let want: Want = 'value';
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  // By hand: a pattern that loops over a string of many megabytes runs out of stack.
  const string = (): boolean => {
    if (text[at] !== '"') return false;
    for (let i = at + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 34) {
        at = i + 1;
        return true;
      }
      if (code < 32) return false;
      if (code !== 92) continue;
      ESCAPE.lastIndex = i;
      if (!ESCAPE.test(text)) return false;
      i = ESCAPE.lastIndex - 1;
    }
    return false;
  };
  const after = (): Want => (open.length === 0 ? 'end' : 'comma');
  while (true) {
    skip(BLANK);
    const next = text[at];
    if (next === undefined)
      return want === 'end' ? null : place(text, at, 'the text ends before it is complete');
    if (want === 'end') return place(text, at, 'something follows after the end');
    if (want === 'colon') {
      if (next !== ':') return place(text, at, 'a colon is missing');
      at++;
      want = 'value';
    } else if (want === 'comma') {
      const inside = open.at(-1);
      if (next === ',') want = inside === '{' ? 'key' : 'value';
      else if (next === (inside === '{' ? '}' : ']')) {
        open.pop();
        want = after();
      } else return place(text, at, `a comma or ${inside === '{' ? '}' : ']'} is missing`);
      at++;
    } else if ((want === 'key or }' && next === '}') || (want === 'value or ]' && next === ']')) {
      at++;
      open.pop();
      want = after();
    } else if (want === 'key' || want === 'key or }') {
      if (!string()) return place(text, at, next === '"' ? badString : 'a key in double quotes is missing');
      want = 'colon';
    } else if (next === '{' || next === '[') {
      open.push(next);
      want = next === '{' ? 'key or }' : 'value or ]';
      at++;
    } else {
      if (!string() && !skip(NUMBER) && !skip(WORD))
        return place(text, at, next === '"' ? badString : 'a value is missing');
      want = after();
    }
  }
}

const badString =
  'this text in quotes is not closed, or holds a line break or a backslash that JSON does not allow';

function place(text: string, at: number, reason: string): Fault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n'), reason };
}
