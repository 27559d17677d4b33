/** Conversation → findings: the registry of detectors, and running them. */
import { compiled } from '../compiled/rules.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Finding } from '../model/finding.ts';
import type { SignalCounts } from '../model/signals.ts';
import type { Knowing, KnownWording } from '../model/wording.ts';
import { authentic } from './authentic/index.ts';
import { badNews } from './bad-news/index.ts';
import type { Compiled } from './compile.ts';
import { conduct } from './conduct/index.ts';
import type { AnyDetector } from './detector.ts';
import { disclosure } from './disclosure/index.ts';
import { empathy } from './empathy/index.ts';
import { Engine } from './engine.ts';
import { withMoments } from './moment.ts';
import { opening } from './opening/index.ts';
import { rushed } from './rushed/index.ts';
import { scripted } from './scripted/index.ts';
import { signalsOf } from './signals/index.ts';

export const detectors: readonly AnyDetector[] = [
  disclosure,
  empathy,
  scripted,
  authentic,
  rushed,
  opening,
  badNews,
  conduct,
];

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What detection says of a conversation. */
export interface Detected {
  /** Sorted by turn, start, end and rule. */
  readonly findings: readonly Finding[];
  /** Words of each turn. */
  readonly words: readonly number[];
  /** What was counted of each agent's signals, by agent id. */
  readonly signals: ReadonlyMap<string, SignalCounts>;
  /** What was known of its wording beforehand; null where nothing was asked. */
  readonly known: readonly KnownWording[] | null;
}

/** A detect function of its own, with its own working memory. `knowing` tells what other conversations say of its wording. */
export function createDetect(
  rules: Compiled = compiled(),
  knowing?: Knowing,
): (conversation: Conversation) => Detected {
  const engine = new Engine(rules);
  return conversation => {
    const context = engine.read(conversation);
    context.known = knowing?.(conversation) ?? [];
    const found = detectors
      .flatMap((detector): Finding[] => detector.detect(context))
      .sort((a, b) => a.turn - b.turn || a.start - b.start || a.end - b.end || compare(a.rule, b.rule));
    const findings = withMoments(context, found);
    return {
      findings,
      words: [...context.tokens.turnWords],
      signals: signalsOf(context, findings),
      known: knowing ? context.known : null,
    };
  };
}

let shared: ReturnType<typeof createDetect> | undefined;

/** Everything the detectors find in a conversation, sorted by turn, start, end and rule. */
export function detect(conversation: Conversation): readonly Finding[] {
  shared ??= createDetect();
  return shared(conversation).findings;
}
