/** How far each template reaches, counted exactly: conversations, agents, when it came first and last. */
import type { Conversation } from '../model/conversation.ts';
import { Masker } from './masker.ts';
import { TemplateMatcher } from './matcher.ts';
import { Samples } from './sample.ts';
import type { Part } from './template.ts';

/** Where a conversation stands in time: its date where the input has one, and its id. */
export interface Moment {
  readonly date: string | null;
  readonly conversation: string;
}

/** What was counted of one template. */
export interface Reach {
  readonly parts: readonly Part[];
  conversations: number;
  /** Conversations by agent. */
  readonly byAgent: Map<string, number>;
  first: Moment | null;
  last: Moment | null;
  readonly samples: Samples;
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By date, then by id as people count: c9 before c10. */
const compare = (a: Moment, b: Moment) =>
  byText(a.date ?? '', b.date ?? '') ||
  byNumber(a.conversation, b.conversation) ||
  byText(a.conversation, b.conversation);

/** The one that comes first (`sign` 1) or last (-1). What has no date says nothing beside what has one. */
function outer(a: Moment, b: Moment | null, sign: 1 | -1): Moment {
  if (b === null) return a;
  if ((a.date === null) !== (b.date === null)) return a.date === null ? b : a;
  return sign * compare(a, b) < 0 ? a : b;
}

/** Counts conversation by conversation. */
export class Reaches {
  readonly list: readonly Reach[];
  readonly #matcher: TemplateMatcher;
  readonly #masker: Masker;

  constructor(templates: readonly (readonly Part[])[], known: readonly string[]) {
    this.#masker = new Masker(known, null);
    this.#matcher = new TemplateMatcher(templates);
    this.list = templates.map(parts => ({
      parts,
      conversations: 0,
      byAgent: new Map(),
      first: null,
      last: null,
      samples: new Samples(),
    }));
  }

  /** Counts a conversation. */
  add(conversation: Conversation): void {
    const seen = new Set<Reach>();
    const seenBy = new Set<string>();
    const moment = { date: dateOf(conversation), conversation: conversation.id };
    this.#masker.read(conversation, sentence => {
      for (const { template, laid } of this.#matcher.find(sentence)) {
        const reach = this.list[template] as Reach;
        const by = `${template} ${sentence.agent}`;
        if (!seenBy.has(by)) reach.byAgent.set(sentence.agent, (reach.byAgent.get(sentence.agent) ?? 0) + 1);
        seenBy.add(by);
        if (seen.has(reach)) continue;
        seen.add(reach);
        reach.conversations++;
        reach.first = outer(moment, reach.first, 1);
        reach.last = outer(moment, reach.last, -1);
        reach.samples.add(conversation.id, reach.parts, sentence, laid);
      }
    });
  }
}

/** The day or time that the input files a conversation under. */
function dateOf({ metadata = {} }: Conversation): string | null {
  for (const key of Object.keys(metadata).sort()) {
    if (!/date|time|created|started/i.test(key)) continue;
    const value = String(metadata[key]);
    if (/^\d{4}-\d\d-\d\d/.test(value)) return value;
  }
  return null;
}
