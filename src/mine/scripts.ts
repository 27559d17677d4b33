/** What script files say of a conversation's wording: which sentences follow an entry, and which are exempt. */
import type { Conversation } from '../model/conversation.ts';
import type { KnownWording } from '../model/wording.ts';
import { Masker } from './masker.ts';
import { TemplateMatcher } from './matcher.ts';
import type { ScriptEntry } from './script-entry.ts';
import { parseTemplate } from './template.ts';

/** A sentence is an entry's where the entry covers so much of it; of a longer stretch, only what is covered. */
const COVERED = 0.5;

/** Finds the sentences that follow entries. `known` are the words of the language. */
export function scriptKnowing(
  entries: readonly ScriptEntry[],
  known: readonly string[],
): (conversation: Conversation) => KnownWording[] {
  const matcher = new TemplateMatcher(entries.map(({ text }) => parseTemplate(text)));
  const masker = new Masker(known, null);
  return conversation => {
    const out: KnownWording[] = [];
    masker.read(conversation, sentence => {
      let whole: KnownWording | null = null;
      for (const { template, laid } of matcher.find(sentence)) {
        const { text, share = null, exempt } = entries[template] as ScriptEntry;
        const covered = laid.last - laid.first + 1 >= COVERED * sentence.length;
        const start = covered ? sentence.from : (sentence.start[laid.first] as number);
        const end = covered ? sentence.to : (sentence.end[laid.last] as number);
        const one = {
          turn: sentence.turn,
          start,
          end,
          script: { template: text, share },
          ...(exempt == null ? {} : { exempt }),
        };
        if (covered && whole === null) whole = one;
        else if (!covered) out.push(one);
      }
      if (whole === null) return;
      const { turn, start, end } = whole;
      // one sentence is one finding
      for (
        let i = out.length - 1;
        i >= 0 && out[i]?.turn === turn && (out[i] as KnownWording).end > start;
        i--
      )
        if ((out[i] as KnownWording).start < end) out.splice(i, 1);
      out.push(whole);
    });
    return out;
  };
}
