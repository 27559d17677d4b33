/** Words as an example for others: nobody's name in them, and no number that leads to anybody. */

const INTRODUCED =
  /\b((?:this is|my name is|my name's|i'm|i am|speaking (?:to|with)|mr\.?|mrs\.?|ms\.?|miss|dr\.?)\s+)(\p{Lu}[\p{L}'’-]+)/giu;
/** What follows "I'm" and is no name. */
const plainWord =
  /^(?:\p{Ll}|(?:So|Sorry|Afraid|Not|Glad|Just|Very|Really|Here|Calling|Going|Sure|Happy)\b)/u;

/** A text with the names given, and those that people introduce themselves by, as `[name]`, and long numbers as `…`. */
export function anonymous(text: string, names: Iterable<string>): string {
  const parts = [...new Set([...names].flatMap(name => name.split(/[\s.,_()@-]+/)))].filter(
    part => part.length > 2 && /^\p{L}+(?:['’]\p{L}+)?$/u.test(part),
  );
  let out = text.replace(INTRODUCED, (whole, before: string, name: string) =>
    plainWord.test(name) ? whole : `${before}[name]`,
  );
  if (parts.length > 0)
    out = out.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
      '[name]',
    );
  return out.replace(/\[name\](?:[ -]\[name\])+/g, '[name]').replace(/\d(?:[ -]?\d){4,}/g, '…');
}
