/** A sentence's end with its marks: tokens end at the last letter. */

/** Where the marks end that close what ends at `end`: `…` of `done…"`. */
export function closedEnd(text: string, end: number): number {
  let closed = end;
  while (closed < text.length && /[.!?…"'”’)]/.test(text[closed] as string)) closed++;
  return closed;
}
