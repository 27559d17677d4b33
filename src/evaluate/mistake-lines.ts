/** Mistakes for people: where they are, and on request what was said there. */
import { type Style, tame } from './cells.ts';
import { type Listing, listed } from './listing.ts';
import type { Mistake } from './mistakes.ts';

const titles: Readonly<Record<Mistake['mistake'], string>> = {
  miss: 'labelled, not found',
  'false hit': 'found, not labelled',
  response: 'another response',
  topic: 'another topic',
};

/** The first of each dimension and kind, under a heading that has their number. */
export function mistakeLines(
  mistakes: readonly Mistake[],
  { most, quotes }: Listing,
  { paint }: Style,
): string {
  const shown = listed(mistakes, most);
  const headings = new Set(shown.map(headingOf));
  return [...headings]
    .map(heading => {
      const all = mistakes.filter(one => headingOf(one) === heading).length;
      const lines = shown
        .filter(one => headingOf(one) === heading)
        .map(({ mistake, conversation, turn, quote, rules = [], labelled, found }) => {
          const colour = mistake === 'miss' ? paint.good : paint.bad;
          const words = quotes ? [colour(`"${tame(quote)}"`)] : [];
          const classes = labelled === undefined ? rules.join(', ') : `labelled ${labelled}, found ${found}`;
          const parts = [`${tame(conversation)}, turn ${turn}`, ...words, paint.faint(tame(classes))];
          return `  ${parts.filter(Boolean).join('  ')}\n`;
        });
      return `${paint.strong(`${heading}: ${all}`)}\n${lines.join('')}`;
    })
    .join('\n');
}

function headingOf({ dimension, mistake }: Mistake): string {
  return `${dimension}, ${titles[mistake]}`;
}
