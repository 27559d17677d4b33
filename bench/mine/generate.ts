/**
 * A corpus with known templates: team macros with slots, each agent's own routines, and sentences said once. Calls are
 * lower case without marks, several sentences in one breath, as speech recognition gives them; chats are written.
 * One utterance in five or so is noisy: a slip of the keys, capitals, a word come or gone, a redacted slot.
 */
import { noisy } from './noise.ts';
import { Random } from './random.ts';
import { freely } from './sentence.ts';
import { adjectives, days, macros, months, names, nouns, small } from './words.ts';

/** A template that was put in, and where. */
export interface Known {
  readonly text: string;
  /** Null for the team's. */
  readonly agent: string | null;
  conversations: number;
}

/** What to make. */
export interface Wanted {
  readonly conversations: number;
  readonly agents: number;
  readonly seed: number;
}

interface Agent {
  readonly id: string;
  readonly name: string;
  readonly routines: readonly { readonly known: Known; readonly rate: number }[];
  /** Some agents use macros more than others. */
  readonly reading: number;
}

interface Corpus {
  readonly known: readonly Known[];
  /** One line of canonical JSON each; the counts in `known` grow as they are drawn. */
  lines(): Generator<string>;
}

/** Makes a corpus, conversation by conversation. */
export function corpus({ conversations, agents: count, seed }: Wanted): Corpus {
  const random = new Random(seed);
  const team = macros.map(text => ({
    known: { text, agent: null, conversations: 0 } as Known,
    rate: 0.03 + 0.25 * random.next() ** 2,
  }));
  const agents = Array.from({ length: count }, (_, number) => agentOf(number, random));
  const known = [
    ...team.map(macro => macro.known),
    ...agents.flatMap(agent => agent.routines.map(r => r.known)),
  ];
  return {
    known,
    *lines() {
      for (let number = 0; number < conversations; number++) {
        const agent = random.pick(agents);
        const speech = random.chance(0.4);
        const customer = random.pick(names);
        const said: string[] = [];
        const use = (one: { known: Known; rate: number }, factor: number) => {
          if (!random.chance(one.rate * factor)) return;
          one.known.conversations++;
          said.push(noisy(filled(one.known.text, agent.name, customer, random), speech, random));
        };
        for (const macro of team) use(macro, agent.reading);
        for (const routine of agent.routines) use(routine, 1);
        const more = 2 + random.below(5);
        for (let i = 0; i < more; i++) {
          const text = random.chance(0.3) ? random.pick(small) : freely(random);
          said.splice(
            random.below(said.length + 1),
            0,
            noisy(filled(text, agent.name, customer, random), speech, random),
          );
        }
        yield JSON.stringify({
          id: `c${String(number).padStart(7, '0')}`,
          channel: speech ? 'call' : 'chat',
          agent: { id: agent.id, name: agent.name },
          // most exports do not know the customer's name
          ...(random.chance(0.3) ? { customer: { name: customer } } : {}),
          turns: turnsOf(said, speech, random),
        });
      }
    },
  };
}

function agentOf(number: number, random: Random): Agent {
  const id = `a${String(number).padStart(3, '0')}`;
  const own = [0, 1, 2].map(() => {
    const text = freely(random);
    return { known: { text, agent: id, conversations: 0 }, rate: 0.2 + 0.4 * random.next() };
  });
  return { id, name: names[number % names.length] as string, routines: own, reading: 0.4 + random.next() };
}

/** A template with its slots filled. */
function filled(text: string, agent: string, customer: string, random: Random): string {
  const fill: Record<string, () => string> = {
    agent: () => agent,
    name: () => customer,
    number: () => String(random.chance(0.5) ? 2 + random.below(9) : 100000 + random.below(899999)),
    amount: () => `£${5 + random.below(95)}${random.chance(0.4) ? '.50' : ''}`,
    date: () => (random.chance(0.6) ? random.pick(days) : `${1 + random.below(28)} ${random.pick(months)}`),
    things: () =>
      random.chance(0.4) ? `${random.early(adjectives)} ${random.early(nouns)}` : random.early(nouns),
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => fill[name]?.() ?? whole);
}

/** Speech comes in long breaths; what is written comes sentence by sentence. */
function turnsOf(said: readonly string[], speech: boolean, random: Random): object[] {
  const turns: object[] = [];
  for (let at = 0; at < said.length; ) {
    const breath = 1 + random.below(3);
    const text = said.slice(at, at + breath).join(' ');
    at += breath;
    turns.push({ speaker: 'agent', text }, { speaker: 'customer', text: speech ? 'yeah okay' : 'Ok.' });
  }
  return turns;
}
