/** What mining found, as entries of a script file: by reach, the proposals for exemption made. */
import type { Discovered } from './discover.ts';
import { proposedExemption } from './exempt.ts';
import type { Moment, Reach } from './reach.ts';
import type { Sample } from './sample.ts';
import { LEAST_FIXED, type ScriptEntry } from './script-entry.ts';
import { fixedWords, parseTemplate, plainText } from './template.ts';
import { writtenAs } from './wording.ts';

const MOST_AGENTS = 5;
const MOST_EXAMPLES = 3;

/** The entries, those that reach furthest first. */
export function entriesOf(found: Discovered): ScriptEntry[] {
  const entries = new Map<string, ScriptEntry>();
  const ranked = [...found.reaches]
    .map(reach => ({ reach, text: writtenAs(reach.parts, reach.samples.list) }))
    .sort(
      (a, b) =>
        b.reach.conversations - a.reach.conversations || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    );
  for (const { reach, text } of ranked) {
    const key = plainText(parseTemplate(text));
    if (!entries.has(key) && fixedWords(parseTemplate(text)) >= LEAST_FIXED)
      entries.set(key, entryOf(text, reach, found));
  }
  return [...entries.values()];
}

function entryOf(text: string, reach: Reach, { conversations, ofAgent }: Discovered): ScriptEntry {
  const exempt = proposedExemption(plainText(parseTemplate(text)));
  const agents = [...reach.byAgent].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const quotes = [...new Set(reach.samples.list.map(exampleOf))];
  return {
    text,
    ...(exempt === null ? {} : { exempt }),
    share: Math.round((1e4 * reach.conversations) / conversations) / 1e4,
    conversations: reach.conversations,
    agents: agents.length,
    by: agents.slice(0, MOST_AGENTS).map(([agent, count]) => `${agent} (${count} of ${ofAgent.get(agent)})`),
    first: momentText(reach.first),
    last: momentText(reach.last),
    examples: quotes.slice(0, MOST_EXAMPLES),
  };
}

function momentText(moment: Moment | null): string {
  if (moment === null) return '';
  return moment.date === null ? moment.conversation : `${moment.date} (${moment.conversation})`;
}

/** The sentence; of a breath of several, the words that the template covers. */
const exampleOf = ({ quote, text }: Sample) =>
  (quote.length > 2 * text.length ? text : quote).replace(/\s+/g, ' ');
