/**
 * The sentences of a turn that a dimension marks. A phrase marks its sentence
 * unless everything else in it speaks against that; and a sentence that no phrase foresaw may weigh enough without
 * one. What a phrase proposes and the weights flatly contradict is `possible`.
 */
import type { Sentence } from '../text/sentences.ts';
import type { Context } from './context.ts';
import { standing } from './overlap.ts';
import type { RuleHit } from './raw-hits.ts';

/** A sentence or clause marked: tokens `first` to `last` of a turn. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** The phrases in it that stand, in order; none where weighed words alone mark it. */
  readonly hits: readonly RuleHit[];
  /** Whether it counts; otherwise it is `possible`. */
  readonly sure: boolean;
  /** What the table gives it over the table's threshold: 1 and more is enough; null without a table. */
  readonly weight: number | null;
}

/**
 * A phrase stands from this share of the table's threshold on. Low where phrases are precise frames, higher where
 * they are single stock words; frames of disclosures stand by themselves, as nothing in a long complaint takes back what was
 * said in its midst. Chosen by cross-validation.
 */
const borneOut: Readonly<Record<string, number>> = {
  empathy: 0.3,
  scripted: 0.6,
  authentic: 0.3,
};

/** Without a phrase, at least so many words or pairs of words must speak for a sentence: no finding without words to show. */
const LEAST_WORDS = 3;
/** So many of them must say something by themselves, not only "and" and "you". Chosen by cross-validation. */
const leastTelling: Readonly<Record<string, number>> = { rushed: 1 };

function shown(context: Context, name: string, turn: number, sentence: Sentence): boolean {
  const reasons = context.reasons(name, turn, sentence);
  const telling = reasons.filter(words => context.says(words)).length;
  return reasons.length >= LEAST_WORDS && telling >= (leastTelling[name] ?? 0);
}

/** The sentences of a turn that hold one of `hits`, or that the table `name` marks. In order. */
export function stretches(context: Context, turn: number, name: string, hits: readonly RuleHit[]): Stretch[] {
  const left = standing(hits);
  const out: Stretch[] = [];
  let end = -1;
  for (const sentence of context.sentences(turn)) {
    const own = left.filter(hit => sentence.first <= hit.first && hit.first <= sentence.last);
    if (sentence.last <= end) continue;
    const first = Math.max(sentence.first, end + 1);
    // a phrase may run across a cut in unpunctuated speech: both sides are taken
    const last = own.reduce(
      (most, hit) => Math.max(most, context.sentenceAt(turn, hit.last).last),
      sentence.last,
    );
    const weight = context.weighed(name, turn, sentence);
    const firm = own.some(hit => !hit.rule.confidence);
    const sure = weight === null ? firm : weight >= 1 || (firm && weight >= (borneOut[name] ?? 0));
    if (own.length === 0 && !(sure && shown(context, name, turn, sentence))) continue;
    out.push({ first, last, hits: own, sure, weight });
    end = last;
  }
  return out;
}

/** What a finding made from a stretch carries to say so. */
export const confidence = (stretch: Pick<Stretch, 'sure'>): { confidence?: 'possible' } =>
  stretch.sure ? {} : { confidence: 'possible' };

/** The words that decided, for a finding that rests on no phrase. */
export const deciding = (
  context: Context,
  turn: number,
  name: string,
  stretch: Stretch,
): { words?: string[] } =>
  stretch.hits.length > 0
    ? {}
    : {
        words: context.telling(
          context.reasons(name, turn, { first: stretch.first, last: stretch.last, question: false }),
        ),
      };

/** The rule that is named for a stretch: that of its longest phrase, or the dimension's weighing. */
export function ruleOf(stretch: Stretch, dimension: string): string {
  const [longest] = [...stretch.hits].sort((a, b) => b.last - b.first - (a.last - a.first));
  return longest?.rule.id ?? `${dimension}/weighed`;
}
