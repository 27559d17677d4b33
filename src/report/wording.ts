/** The words in which figures are shown to people. Scripts never see these. */
import type { MissedBy } from '../model/finding.ts';
import type { Measured, NaReason, PraiseCounts, ScoreName } from '../model/scorecard.ts';

/** What stands where nothing could be judged. */
export const NONE = '–';

/** The scores by the names people read. */
export const scoreTitles: Readonly<Record<ScoreName, string>> = {
  overall: 'overall',
  authenticity: 'authenticity',
  empathy: 'empathy',
  ownWords: 'own words',
  attentiveness: 'attentiveness',
};

/** How a disclosure was passed over, as it reads after "passed over, ". */
export const missedTitles: Readonly<Record<MissedBy, string>> = {
  silence: 'nothing was said to it',
  'bare-thanks': 'thanked for the information only',
  'process-talk': 'went on with the procedure',
  'problem-solving': 'went straight to the fix',
  deflection: 'closed the subject or passed the customer on',
};

/** Why a criterion was not applicable. */
export const naTitles: Readonly<Record<NaReason, string>> = {
  'too-few-words': 'too few words',
  'too-few-turns': 'too few turns',
  condition: 'its condition does not hold',
  'no-opportunity': 'no opportunity',
  'no-times': 'the file has no times',
  'no-name': 'the name is not known',
  'not-judged': 'nothing to judge',
};

/** A score, rounded, or a dash. */
export function scoreText(value: number | null): string {
  return value === null ? NONE : String(Math.round(value));
}

/** Half the width of an interval, its longer side: `±9`; empty where there is none. */
export function marginText({ value, low, high }: Measured): string {
  if (value === null || low === null || high === null) return '';
  return `±${Math.round(Math.max(high - value, value - low))}`;
}

/** A share (0 to 1) as a percentage, or a dash; a little is never shown as nothing. */
export function shareText(share: number | null): string {
  if (share === null) return NONE;
  return share > 0 && share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`;
}

/** An agent by name, with the id where that says more. */
export function agentText({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === '' || name === id ? id : `${name} (${id})`;
}

/** `1 record`, `2 records`, `1,250 records`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;
}

/** Praise is an opening too: `praised 2 times: 1 answered personally, 1 not answered at all`. */
export function praiseText({ total, personally, byFormula, notAtAll }: PraiseCounts): string {
  const answers = [
    personally ? `${personally} answered personally` : '',
    byFormula ? `${byFormula} answered by formula` : '',
    notAtAll ? `${notAtAll} not answered at all` : '',
  ];
  return `praised ${total === 1 ? 'once' : `${total} times`}: ${answers.filter(Boolean).join(', ')}`;
}
