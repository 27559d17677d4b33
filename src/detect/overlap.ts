/** Where hits of different rules claim the same words, the one that explains more of them stands. */
import type { RuleHit } from './raw-hits.ts';

/** Hits without those that overlap a longer one (or, of the same length, an earlier or surer one). In order. */
export function standing(hits: readonly RuleHit[]): RuleHit[] {
  const ranked = [...hits].sort(
    (a, b) =>
      possible(a) - possible(b) ||
      b.last - b.first - (a.last - a.first) ||
      a.first - b.first ||
      (a.rule.id < b.rule.id ? -1 : 1),
  );
  const kept: RuleHit[] = [];
  for (const hit of ranked)
    if (!kept.some(other => hit.first <= other.last && other.first <= hit.last)) kept.push(hit);
  return kept.sort((a, b) => a.first - b.first);
}

const possible = (hit: RuleHit) => (hit.rule.confidence === 'possible' ? 1 : 0);
