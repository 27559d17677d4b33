/**
 * Finds which templates the sentences follow. A template that bears n variations has n + 1 of its rarest words as
 * anchors: any sentence that follows it holds one of them as it is, so only few templates are laid over a sentence.
 */
import { align, bears, type Laid } from './align.ts';
import type { Masked } from './masked.ts';
import { fixedWords, type Part } from './template.ts';

/** A template of fewer words means nothing inside a longer sentence: "if we can help with that pallet of yours". */
const LONG = 7;
const SHORT_COVERS = 0.6;

/** A template found: its number, and where it lies. */
export interface Found {
  readonly template: number;
  readonly laid: Laid;
}

/** A set of templates to look for. */
export class TemplateMatcher {
  readonly #templates: readonly (readonly Part[])[];
  readonly #fixed: readonly number[];
  /** The different words of each. */
  readonly #hashes: readonly (readonly number[])[];
  readonly #anchors = new Map<number, number[]>();
  readonly #present = new Set<number>();
  readonly #tried: Int32Array;
  #sentences = 0;

  constructor(templates: readonly (readonly Part[])[]) {
    this.#templates = templates;
    this.#fixed = templates.map(fixedWords);
    this.#tried = new Int32Array(templates.length);
    const common = new Map<number, number>();
    this.#hashes = templates.map(parts => [
      ...new Set(parts.flatMap(part => (part.slot ? [] : [part.hash]))),
    ]);
    for (const own of this.#hashes) for (const hash of own) common.set(hash, (common.get(hash) ?? 0) + 1);
    this.#hashes.forEach((own, template) => {
      const rarest = [...own].sort((a, b) => (common.get(a) as number) - (common.get(b) as number) || a - b);
      for (const hash of rarest.slice(0, bears(this.#fixed[template] as number) + 1)) {
        const list = this.#anchors.get(hash);
        if (list) list.push(template);
        else this.#anchors.set(hash, [template]);
      }
    });
  }

  /** The templates that a sentence follows, from left to right; where they compete, the one that explains more. */
  find(sentence: Masked): Found[] {
    const found: Found[] = [];
    const now = ++this.#sentences;
    this.#present.clear();
    for (let i = 0; i < sentence.length; i++) {
      this.#present.add(sentence.unit[i] as number);
      if (sentence.said[i] !== 0) this.#present.add(sentence.said[i] as number);
    }
    for (const hash of this.#present)
      for (const template of this.#anchors.get(hash) ?? []) {
        if (this.#tried[template] === now) continue;
        this.#tried[template] = now;
        const fixed = this.#fixed[template] as number;
        if (!this.#mayFit(template, bears(fixed))) continue;
        const laid = align(this.#templates[template] as readonly Part[], sentence, bears(fixed));
        if (laid === null) continue;
        const covered = (laid.last - laid.first + 1) / sentence.length;
        if (fixed >= LONG || covered >= SHORT_COVERS) found.push({ template, laid });
      }
    if (found.length < 2) return found;
    const worth = ({ template, laid }: Found) => (this.#fixed[template] as number) - 1.5 * laid.cost;
    found.sort((a, b) => worth(b) - worth(a) || a.template - b.template);
    const kept: Found[] = [];
    for (const one of found)
      if (!kept.some(({ laid }) => one.laid.first <= laid.last && laid.first <= one.laid.last))
        kept.push(one);
    return kept.sort((a, b) => a.laid.first - b.laid.first);
  }

  /** Whether enough of a template's words are there as they are. */
  #mayFit(template: number, most: number): boolean {
    let missing = 0;
    for (const hash of this.#hashes[template] as readonly number[])
      if (!this.#present.has(hash) && ++missing > most) return false;
    return true;
  }
}
