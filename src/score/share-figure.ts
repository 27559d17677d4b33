/** The shares on a card, traced: so many of so many in each conversation, added up over all of them. */
import type { Finding } from '../model/finding.ts';
import type { AgentPart, AgentScorecard, SharePart } from '../model/scorecard.ts';

export const shareNames = ['missedRate', 'scriptedRate', 'minedRate'] as const;
export type ShareName = (typeof shareNames)[number];

/** An agent's part in a share of the card. */
export function sharePart(part: AgentPart, findings: readonly Finding[], name: ShareName): SharePart | null {
  const own = (is: (finding: Finding) => boolean) =>
    findings.flatMap((finding, number) =>
      finding.agent === part.id && !finding.confidence && is(finding) ? [number] : [],
    );
  if (name === 'missedRate') {
    const missed = own(finding => finding.dimension === 'disclosure' && finding.response === 'missed');
    return {
      count: part.disclosures.missed,
      of: part.disclosures.total,
      unit: 'disclosures',
      findings: missed,
    };
  }
  const mined = name === 'minedRate';
  const words = mined ? part.minedWords : part.scriptedWords;
  if (words === null) return null;
  const scripted = own(
    finding =>
      finding.dimension === 'scripted' &&
      (!mined || finding.repeats !== undefined || finding.script !== undefined),
  );
  return { count: words, of: part.words, unit: 'words', findings: scripted };
}

/** The share on the card, 0 to 1; null where there was nothing to judge. */
export const cardShare = (card: AgentScorecard, name: ShareName): number | null =>
  name === 'missedRate' ? card.disclosures.missedRate.value : card[name];
