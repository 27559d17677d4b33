/**
 * How a disclosure was passed over. The first clause after it that says anything decides, as in the studies of
 * openings in consultations (where half of the misses went straight to the problem): nods, holds and thanks for waiting
 * say nothing. What fits nothing else goes on with the business, so it is process talk.
 */
import type { MissedBy } from '../../model/finding.ts';
import type { Sentence } from '../../text/sentences.ts';
import type { Context } from '../context.ts';
import type { RuleHit } from '../raw-hits.ts';

/** What a clause may begin with before it says anything. */
const NODS =
  /^(?:(?:ok|okay|k|right|alright|all right|sure|sure thing|certainly|absolutely|of course|yes|yeah|yep|no|no problem|no worries|not a problem|noted|understood|understand|i understand|i see|got it|gotcha|perfect|great|good|lovely|fine|cool|mhm|mm hmm|mm hm|mm|hm|hmm|uh huh|oh|ah|well|so|then|now|and|hello|hi|hey|still here|go on|please|sir|madam|ma'am|<name>)(?: |$))+/;
/** Nothing is said to the customer but to wait or go on, or that they waited. */
const HOLDS =
  /^(?:(?:just )?(?:one|a|bear with me|give me(?: just)?(?: one| a)?|hold on|hang on) ?(?:moment|sec|second|minute|min|tick)?(?: please)?|(?:thanks|thank you)(?: so much| very much)? for (?:holding|waiting|bearing|your patience|calling|contacting|getting in touch|reaching out).*)$/;
const THANKS =
  /^(?:many )?(?:thanks|thank you|thankyou|ty|thx|cheers|ta|i appreciate (?:that|you|the|it)|appreciate (?:that|it))(?: |$)/;
/** Closes the subject, refuses, or passes the customer on. */
const DEFLECTS =
  /\b(?:anyway|anyhow|moving on|back to (?:the|your) (?:account|order|bill|claim|payment|booking|question|issue|matter|point)|anything else|have a (?:nice|good|great|lovely|blessed) (?:day|one|evening|afternoon|morning|night|weekend|rest)|goodbye|bye|not something (?:i|we)|nothing (?:i|we) can(?! say| tell)|(?:i|we)(?: (?:(?:cannot|can't|cant|couldn't)(?! (?:imagine|believe|begin|think|even|tell you|say))|are unable|am unable|aren't able|don't (?:do|deal|handle|offer|cover)|only deal)|'m (?:unable|not able|afraid)|'re (?:unable|not able))|not (?:my|our|this) (?:department|team|area|problem)|(?:need|have|want|best) to (?:contact|call|ring|speak|talk|write|email|ask|go (?:to|through)|raise|take that up)|(?:transfer|transferring|connect|connecting|redirect|redirecting) (?:you|this|that|your)|(?:pass|passing|put|putting|refer|referring) (?:you|this|that|your \w+) (?:on|over|through|across|back|to (?:the|our|another|a|my))|(?:our|the|company) policy|terms and conditions|(?:different|another|other|relevant|specialist|separate) (?:team|department|line|office))\b/;
/** Looking things up and asking for things is procedure, even when it sounds like doing: "let me check your account". */
const LOOKS_UP =
  /^(?:(?:so )?(?:let me|i'll|i will|i'm going to|i am going to|i'm just going to|i can|we'll|i) (?:just |quickly |go ahead and |also )?(?:check|look|see|pull|bring|open|find|get|have a look|take a look|take|need|confirm|verify|note|read|ask|search|load|start)|(?:i|we) (?:just |will |do )?(?:need|require|see|have (?:it|that|this|you|your|here|the|a|an))|for (?:security|verification|data protection)|(?:can|could|may|might) (?:i|we|you)|please (?:provide|confirm|give|tell|verify|share|send|enter|spell)|your (?:account|order|reference|policy|booking) number)\b/;
/** Does or advises something about the problem. */
const SOLVES =
  /^(?:what (?:i|we)(?:'ll|'ve| can| could| will| have)|(?:i|we)(?:'ll|'ve|'d| can| could| will| have| would|'m going to|'re going to| am going to)|let's|let me|you (?:can|could|should|need|may|might|will|'ll)|you'll|try|(?:please )?(?:try|go|press|click|tap|turn|switch|unplug|plug|restart|reboot|hold down|open|reset|log|select|download|remove|return|fill|use|keep|check|visit|book|follow|make sure)|the (?:best|quickest|easiest) (?:thing|way|option)|a (?:refund|replacement|technician|new)|your (?:refund|replacement|new))\b/;

/** How the agent's turns `near` passed over a disclosure. */
export function howMissed(context: Context, near: readonly number[]): MissedBy {
  for (const at of near)
    for (const sentence of context.sentences(at)) {
      const how = wayOf(context, at, sentence);
      if (how) return how;
    }
  return 'silence';
}

/** The ways of a conversation's clauses that were asked about, by their first token: several disclosures ask about one answer. */
const ways = new WeakMap<Context, Map<number, MissedBy | null>>();

/** How a clause goes past what was told; null where it says nothing. */
export function wayOf(context: Context, at: number, sentence: Sentence): MissedBy | null {
  let known = ways.get(context);
  if (known === undefined) {
    known = new Map();
    ways.set(context, known);
  }
  let way = known.get(sentence.first);
  if (way === undefined) {
    way = readWay(context, at, sentence);
    known.set(sentence.first, way);
  }
  return way;
}

function readWay(context: Context, at: number, sentence: Sentence): MissedBy | null {
  const { first, last, question } = sentence;
  const hits = context
    .allHits(at)
    .filter(hit => first <= hit.first && hit.first <= last && !hit.rule.confidence);
  const said = context.words(at, first, last).join(' ').replace(NODS, '');
  // who says something to this customer in the same breath does not only close the subject
  const touches = hits.some(({ rule }) => rule.dimension === 'authentic' || rule.fields?.level === 'strong');
  const closes = ({ rule }: RuleHit) => rule.dimension === 'rushed' || CLOSES.has(rule.id);
  if (!touches && hits.some(closes)) return 'deflection';
  if (said === '' || HOLDS.test(said)) return null;
  if (THANKS.test(said)) return 'bare-thanks';
  if (!touches && DEFLECTS.test(said)) return 'deflection';
  if (question || LOOKS_UP.test(said)) return 'process-talk';
  return SOLVES.test(said) ? 'problem-solving' : 'process-talk';
}

/** Rules whose sentence ends the subject. */
const CLOSES = new Set([
  'scripted/anything-else',
  'scripted/closing',
  'scripted/survey',
  'scripted/forwarded',
  'scripted/policy',
]);
