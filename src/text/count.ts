/** How many words a stretch of text holds: runs of letters and digits, an apostrophe inside a word being part of it. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;
