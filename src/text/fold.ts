/**
 * Lower case and plain quotes, unit for unit, so that offsets into the folded text are offsets into the
 * original. `toLowerCase` alone would not do: İ (U+0130) grows by one unit.
 */
const SIZE = 0x2100;

const table = (() => {
  const units = new Uint16Array(SIZE);
  for (let unit = 0; unit < SIZE; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    units[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
  }
  units[0x130] = 0x69; // İ → i
  for (const quote of [0x60, 0xb4, 0x2018, 0x2019, 0x201b, 0x2032, 0x2bc]) units[quote] = 0x27;
  for (const quote of [0x201c, 0x201d, 0x201e, 0x2033, 0xab, 0xbb]) units[quote] = 0x22;
  for (const dash of [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015]) units[dash] = 0x2d;
  for (const space of [0xa0, 0x2002, 0x2003, 0x2009, 0x200a, 0x202f, 0x205f]) units[space] = 0x20;
  return units;
})();

/** One UTF-16 unit in lower case, with curly quotes, long dashes and wide spaces made plain. */
export const foldUnit = (unit: number): number => (unit < SIZE ? (table[unit] as number) : unit);

/** A whole text folded; same length as the text. */
export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(foldUnit(text.charCodeAt(i)));
  return out;
}

/** ASCII without the backtick, which is a quote here: nothing but lower case is needed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const isPlain = /^[\x00-\x5f\x61-\x7f]*$/;
