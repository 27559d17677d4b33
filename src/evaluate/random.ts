/** Random numbers that are the same in every run. */

/**
 * Numbers from 0 up to (not including) 1, decided by the seed alone: mulberry32 by Tommy Ettinger (2017, public
 * domain), 32 bits of state, good enough to draw conversations with.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
