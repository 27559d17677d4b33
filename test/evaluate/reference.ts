/**
 * The definitions a second time, plainly, figure by figure over sets of (conversation, turn): what the evaluation must
 * agree with. It shares no code with it, and takes every list of labels to be there.
 */
import type { LabelledCase } from '../../src/evaluate/settled.ts';

// biome-ignore lint/suspicious/noExplicitAny: labels are taken as they come, without the types of what is tested
type Any = Record<string, any>;

const lists: Record<string, string> = {
  disclosure: 'disclosures',
  empathy: 'empathy',
  scripted: 'scripted',
  authentic: 'authentic',
  rushed: 'rushed',
};

export function reference(cases: readonly LabelledCase[]): Record<string, number | null> {
  const gold: Record<string, Set<string>> = {};
  const said: Record<string, Set<string>> = {};
  const put = (sets: Record<string, Set<string>>, name: string, id: string, turn: number) => {
    sets[name] ??= new Set();
    sets[name].add(`${id} ${turn}`);
  };
  const responses: [string, string][] = [];
  const topics: [string, string][] = [];
  const rated: Any[] = [];
  for (const { conversation, labels: given, score } of cases) {
    const labels = given as Any;
    const { id } = conversation;
    const findingsOf = (dimension: string): Any[] =>
      score.findings.filter(
        finding =>
          finding.dimension === dimension &&
          finding.confidence !== 'possible' &&
          !(labels.disputed?.[lists[dimension] as string] ?? []).includes(finding.turn),
      );
    for (const [dimension, list] of Object.entries(lists)) {
      for (const { turn } of labels[list]) put(gold, dimension, id, turn);
      for (const { turn } of findingsOf(dimension)) put(said, dimension, id, turn);
    }
    for (const dimension of ['empathy', 'authentic']) {
      const open = labels[dimension].filter((x: Any) => x.kindDisputed).map((x: Any) => x.turn);
      for (const x of labels[dimension]) if (!x.kindDisputed) put(gold, `${dimension}:${x.kind}`, id, x.turn);
      for (const x of findingsOf(dimension))
        if (!open.includes(x.turn)) put(said, `${dimension}:${x.kind}`, id, x.turn);
    }
    const found = findingsOf('disclosure');
    const undecided = labels.disclosures.filter((x: Any) => x.responseDisputed).map((x: Any) => x.turn);
    for (const x of labels.disclosures) {
      if (!x.responseDisputed && x.response === 'missed') put(gold, 'missed', id, x.turn);
      const here = found.filter(f => f.turn === x.turn);
      if (here.length === 0) continue;
      const best = here.find(f => shares(f.quote, x.quote)) ?? (here[0] as Any);
      if (!x.responseDisputed) responses.push([x.response, best.response]);
      topics.push([x.topic, x.topicDisputed?.includes(best.topic) ? x.topic : best.topic]);
    }
    for (const f of found)
      if (f.response === 'missed' && !undecided.includes(f.turn)) put(said, 'missed', id, f.turn);
    if (labels.ratings && score.agents[0])
      rated.push({ ...labels.ratings, agent: conversation.agent.id, scores: score.agents[0].scores });
  }

  const out: Record<string, number | null> = {};
  for (const name of new Set([...Object.keys(gold), ...Object.keys(said)])) {
    const [g, s] = [gold[name] ?? new Set(), said[name] ?? new Set()];
    const both = [...g].filter(x => s.has(x)).length;
    const p = s.size > 0 ? both / s.size : 0;
    const r = g.size > 0 ? both / g.size : 1;
    out[`${name}.precision`] = p;
    out[`${name}.recall`] = r;
    out[`${name}.f1`] = both > 0 ? (2 * p * r) / (p + r) : 0;
  }
  const same = (pairs: [string, string][]) => pairs.filter(([a, b]) => a === b).length;
  out['response.accuracy'] = responses.length > 0 ? same(responses) / responses.length : null;
  out['topic.accuracy'] = topics.length > 0 ? same(topics) / topics.length : null;
  const parts = ['acknowledged', 'generic', 'missed'].flatMap(name => {
    const right = responses.filter(([a, b]) => a === name && b === name).length;
    const wrong = responses.filter(([a, b]) => (a === name) !== (b === name)).length;
    return right + wrong > 0 ? [(2 * right) / (2 * right + wrong)] : [];
  });
  out['response.macroF1'] = parts.length > 0 ? mean(parts) : null;
  for (const name of ['authenticity', 'empathy']) {
    const pairs = rated.filter(x => x.scores[name] !== null).map(x => [x[name], x.scores[name]]);
    out[`ratings.${name}`] = rho(pairs);
    const whole = rated.filter(x => x.scores.authenticity !== null && x.scores.empathy !== null);
    const means = [...new Set(whole.map(x => x.agent))]
      .map(agent => whole.filter(x => x.agent === agent))
      .filter(own => own.length >= 3)
      .map(own => [mean(own.map(x => x[name])), mean(own.map(x => x.scores[name]))]);
    out[`agents.${name}`] = means.length >= 4 ? rho(means) : null;
  }
  return out;
}

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Rank by counting: how many are smaller, and half of those that are equal. */
function rho(pairs: number[][]): number | null {
  if (pairs.length < 3) return null;
  const ranked = [0, 1].map(side => {
    const values = pairs.map(pair => pair[side] as number);
    return values.map(x => values.filter(y => y < x).length + (values.filter(y => y === x).length - 1) / 2);
  }) as [number[], number[]];
  const [a, b] = ranked.map(side => side.map(x => x - mean(side))) as [number[], number[]];
  const product = (x: number[], y: number[]) =>
    x.reduce((sum, value, at) => sum + value * (y[at] as number), 0);
  const spread = product(a, a) * product(b, b);
  return spread === 0 ? 0 : product(a, b) / Math.sqrt(spread);
}

function shares(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x.includes(y) || y.includes(x)) return true;
  const [v, w] = [x.split(' '), y.split(' ')];
  return new Set(v.filter(word => w.includes(word))).size >= Math.max(1, Math.min(v.length, w.length) >> 1);
}
