/** What a run saw: counts and problems. No clock and no machine in it. */
import { rulesHash } from './compiled/rules.ts';
import type { Conversation, Problem } from './model/conversation.ts';
import type { ConversationScore, RubricName, Run } from './model/scorecard.ts';
import { version } from './version.ts';

/** Problems listed in `run` one by one; further ones are only counted. */
const MOST_LISTED = 1000;

/** Made when there is something to sort: the first of its kind takes as long to make as a conversation to score. */
let inPlaces: Intl.Collator | undefined;
const byPlace = (a: string, b: string) => {
  inPlaces ??= new Intl.Collator('en', { numeric: true });
  return inPlaces.compare(a, b);
};

export class Seen {
  #conversations = 0;
  #inferred = 0;
  #unscored = 0;
  #tooShort = 0;
  #unreadable = 0;
  #doubtful = 0;
  readonly #problems: Problem[] = [];
  readonly #rubric: RubricName | undefined;

  /** Told what results are made by, where there are any. */
  constructor(rubric?: RubricName) {
    this.#rubric = rubric && { name: rubric.name, version: rubric.version, hash: rubric.hash };
  }

  /** A conversation that was read. */
  conversation({ inferred }: Conversation): void {
    this.#conversations++;
    if (inferred !== undefined) this.#inferred++;
  }

  /** A conversation that was read and cannot be scored, as nobody can tell who the agent is. */
  untold(problem: Problem): void {
    this.#conversations++;
    this.problem(problem);
  }

  /** A conversation that was scored. */
  scored({ agents }: ConversationScore): void {
    if (agents.length > 0 && agents.every(part => part.leastWords !== undefined)) this.#tooShort++;
  }

  problem(problem: Problem): void {
    if (problem.kind === 'unscored') this.#unscored++;
    else if (problem.kind === 'doubtful') this.#doubtful++;
    else this.#unreadable++;
    if (this.#problems.length < MOST_LISTED) this.#problems.push(problem);
  }

  /** The same for any order of the files. */
  run(): Run {
    return {
      version,
      rules: rulesHash,
      ...(this.#rubric ? { rubric: this.#rubric } : {}),
      conversations: this.#conversations,
      inferred: this.#inferred,
      unscored: this.#unscored,
      tooShort: this.#tooShort,
      unreadable: this.#unreadable,
      doubtful: this.#doubtful,
      problems: [...this.#problems].sort(
        (a, b) => byPlace(a.source, b.source) || byPlace(a.at, b.at) || byPlace(a.reason, b.reason),
      ),
    };
  }
}
