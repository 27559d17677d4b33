/** Whether two quotes of one turn speak of the same thing, where a turn holds several disclosures. */

/**
 * One holds the other, or they share half the words of the shorter (at least one). Loose on purpose: labellers
 * quote as briefly as still carries the mark, and detectors as much as their phrase holds.
 */
export function overlaps(a: string, b: string): boolean {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  if (first.includes(second) || second.includes(first)) return true;
  const [some, others] = [words(first), words(second)];
  const set = new Set(others);
  const common = [...new Set(some)].filter(word => set.has(word)).length;
  return common >= Math.max(1, Math.floor(Math.min(some.length, others.length) / 2));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}
