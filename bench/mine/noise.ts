/** What happens to wording on its way into a transcript. */
import type { Random } from './random.ts';
import { loose } from './words.ts';

/** A sentence as it was typed, or as recognised in speech. */
export function noisy(text: string, speech: boolean, random: Random): string {
  let words = text.split(' ');
  if (random.chance(0.06)) words.splice(1 + random.below(words.length - 1), 0, random.pick(loose));
  if (random.chance(0.05)) {
    const at = words.findIndex((word, i) => i > 0 && /^(?:the|a|to|you|your|will|and)$/.test(word));
    if (at > 0) words.splice(at, 1);
  }
  if (speech) {
    if (random.chance(0.08)) words.splice(random.below(words.length), 0, random.chance(0.5) ? 'um' : 'uh');
    return words
      .join(' ')
      .toLowerCase()
      .replace(/[^a-z0-9£. ]/g, '')
      .replace(/\.(?!\d)/g, '');
  }
  if (random.chance(0.06)) words = slipped(words, random);
  let out = words.join(' ');
  if (random.chance(0.04)) out = redacted(out);
  if (random.chance(0.03)) out = out.toUpperCase();
  else if (random.chance(0.06)) out = out.toLowerCase();
  else out = out.slice(0, 1).toUpperCase() + out.slice(1);
  if (!/[.?!]$/.test(out)) out += random.chance(0.9) ? '.' : '!';
  return random.chance(0.05) ? out.replace(/,/g, '') : out;
}

/** Two letters of a longer word change places, or one is lost. */
function slipped(words: readonly string[], random: Random): string[] {
  const long = words.flatMap((word, i) => (/^[a-z]{5,}$/i.test(word) ? [i] : []));
  if (long.length === 0) return [...words];
  const at = random.pick(long);
  const word = words[at] as string;
  const i = 1 + random.below(word.length - 3);
  const out = random.chance(0.5)
    ? word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2)
    : word.slice(0, i) + word.slice(i + 1);
  return words.map((one, index) => (index === at ? out : one));
}

function redacted(text: string): string {
  return text.replace(/\b\d{6}\b/g, '[CASE_NUMBER]').replace(/£\d+(?:\.\d+)?/g, '[AMOUNT]');
}
