/** Figures to three places. */

const PLACES = 3;
/** The only numbers that lie exactly between two thousandths, in binary, are odd sixteenths: 5/16 = 0.3125. */
const BETWEEN = 16;

/** To three places; what lies exactly between goes to the even digit, as IEEE 754 and most statistics tools have it. */
export function rounded<V extends number | null>(value: V): V {
  if (value === null) return value;
  const thousandths = value * 10 ** PLACES;
  if (Number.isInteger(value * BETWEEN) && !Number.isInteger(thousandths)) {
    const below = Math.floor(thousandths);
    return ((below % 2 === 0 ? below : below + 1) / 10 ** PLACES) as V;
  }
  return Number(value.toFixed(PLACES)) as V;
}
