/**
 * How a template is written down: as it was most often said, with its capitals and marks, each slot named by what
 * filled it. A slot that one thing filled nearly always is no slot.
 */
import type { Fill, Sample } from './sample.ts';
import { type Part, plainText } from './template.ts';

/** From this share of the samples on, what fills a slot is part of the wording. */
const CONSTANT = 0.8;
const LEAST_SAMPLES = 3;

const nameFrames =
  /(?:^|\s)(?:my name is|name is|this is|speaking (?:with|to)|(?:^|\s)(?:hi|hello|hey|dear|thanks|mr|mrs|ms))\s*$/;

/** The template's text as a person would write it. */
export function writtenAs(parts: readonly Part[], samples: readonly Sample[]): string {
  const labels = slotLabels(parts, samples);
  const plain = samples.filter(({ cost, fills }) => cost === 0 && !fills.includes(null));
  if (plain.length === 0) {
    let slot = 0;
    return plainText(
      parts.map(part => (part.slot ? { ...part, name: labels[slot++]?.name ?? part.name } : part)),
    );
  }
  return mostCommon(plain.map(sample => written(sample, labels)));
}

interface Label {
  readonly name: string;
  /** What stands there always; null where it varies. */
  readonly constant: string | null;
}

function written({ text, fills }: Sample, labels: readonly Label[]): string {
  let out = '';
  let at = 0;
  fills.forEach((fill, slot) => {
    const { start, end } = fill as Fill;
    const label = labels[slot] as Label;
    out += text.slice(at, start) + (label.constant ?? `{${label.name}}`);
    at = end;
  });
  return (out + text.slice(at)).replace(/\s+/g, ' ').trim();
}

function slotLabels(parts: readonly Part[], samples: readonly Sample[]): Label[] {
  const labels: Label[] = [];
  parts.forEach((part, p) => {
    if (!part.slot) return;
    const fills = samples.flatMap(({ fills }) => fills[labels.length] ?? []);
    const before = plainText(parts.slice(0, p));
    labels.push(fills.length === 0 ? { name: part.name, constant: null } : labelled(fills, before));
  });
  return labels;
}

function labelled(fills: readonly Fill[], before: string): Label {
  const common = mostCommon(fills.map(({ text }) => text));
  const same = fills.filter(({ text }) => text.toLowerCase() === common.toLowerCase()).length;
  const constant =
    fills.length >= LEAST_SAMPLES && same >= CONSTANT * fills.length && !/[{}]/.test(common) ? common : null;
  const kind = mostCommon(fills.map(({ kind }) => kind));
  return { name: kind === 'words' && nameFrames.test(before) ? 'name' : kind, constant };
}

/** The most frequent text; of equals, the first by code. */
function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
