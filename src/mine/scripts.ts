/** What script files say of a conversation's wording: which sentences follow an entry, and which are exempt. */
import type { Conversation } from '../model/conversation.ts';
import type { KnownWording } from '../model/wording.ts';
import { Masker } from './masker.ts';
import { TemplateMatcher } from './matcher.ts';
import type { ScriptEntry } from './script-entry.ts';
import { parseTemplate } from './template.ts';

/**
 * A sentence is an entry's where that is the only one in it and covers so much of it; else only what is covered, so that
 * an exemption is for its own words.
 */
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
      const found = matcher.find(sentence);
      for (const { template, laid } of found) {
        const { text, share = null, exempt } = entries[template] as ScriptEntry;
        const alone = found.length === 1 && laid.last - laid.first + 1 >= COVERED * sentence.length;
        out.push({
          turn: sentence.turn,
          start: alone ? sentence.from : (sentence.start[laid.first] as number),
          end: alone ? sentence.to : (sentence.end[laid.last] as number),
          script: { template: text, share },
          ...(exempt == null ? {} : { exempt }),
        });
      }
    });
    return out;
  };
}
