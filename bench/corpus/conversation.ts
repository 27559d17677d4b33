/**
 * Made conversations for measuring speed: about 18 turns and 390 words each, 2 KB of text, in call, chat and mail;
 * stock wording that the whole team repeats beside sentences that are said once; in one of eight the customer speaks
 * of their life. One seed gives one sequence, so that a shorter corpus is the beginning of a longer one.
 */
import { noisy } from '../mine/noise.ts';
import { Random } from '../mine/random.ts';
import * as sentences from './sentences.ts';
import { type Scene, said, sceneOf, type Template, templates } from './slots.ts';
import { firstNames } from './words.ts';

/** A conversation in the canonical form, and when it began. */
export interface Made {
  readonly id: string;
  readonly channel: 'call' | 'chat' | 'mail';
  readonly agent: { readonly id: string; readonly name: string };
  readonly turns: readonly {
    readonly speaker: 'agent' | 'customer';
    readonly text: string;
    readonly seconds: number;
  }[];
  /** Milliseconds; the canonical line has seconds from here on. */
  readonly began: number;
  readonly discloses: boolean;
}

const AGENTS = 240;
const FIRST_DAY = Date.UTC(2025, 2, 3, 8);
const lines = Object.fromEntries(
  Object.entries(sentences).map(([name, list]) => [name, templates(list)]),
) as Record<keyof typeof sentences, Template[]>;

/** Conversations without end. */
export function* conversations(seed: number): Generator<Made> {
  const random = new Random(seed);
  for (let number = 0; ; number++) yield conversation(number, random);
}

function conversation(number: number, random: Random): Made {
  const who = random.below(AGENTS);
  const name = firstNames[who % firstNames.length] as string;
  const scene = sceneOf(random, name);
  const channel = random.chance(0.5) ? 'call' : random.chance(0.8) ? 'chat' : 'mail';
  // a recogniser that writes no marks, in half of the calls
  const bare = channel === 'call' && random.chance(0.5);
  // some agents read out more than others
  const reading = 0.15 + (0.5 * (who % 7)) / 6;
  const discloses = random.chance(1 / 8);
  const texts = spoken(scene, reading, discloses);
  let seconds = 0;
  const turns = texts.map((text, i) => {
    const at = seconds;
    seconds += Math.round(text.length * (0.5 + random.next())) / 10;
    const speaker = i % 2 === 0 ? ('agent' as const) : ('customer' as const);
    return { speaker, text: written(text, channel, bare, random), seconds: Math.round(10 * at) / 10 };
  });
  return {
    id: `h${String(number).padStart(7, '0')}`,
    channel,
    agent: { id: `a${String(who).padStart(3, '0')}`, name },
    turns,
    began: FIRST_DAY + number * 97_000,
    discloses,
  };
}

/** Agent and customer in turn, the agent first. */
function spoken(scene: Scene, reading: number, discloses: boolean): string[] {
  const { random } = scene;
  const one = (kind: keyof typeof lines) => said(random.early(lines[kind]), scene);
  const texts = [one('greetings'), `${one('problems')} ${one('telling')}`];
  const rounds = 5 + random.below(5);
  const moment = discloses ? random.below(rounds) : -1;
  for (let round = 0; round < rounds; round++) {
    const agent: string[] = [];
    if (round > 0 && round === moment + 1) agent.push(...answer(scene, reading));
    if (random.chance(reading)) agent.push(one('stock'));
    if (random.chance(0.06)) agent.push(one(random.chance(reading) ? 'hurried' : 'kind'));
    agent.push(free(scene, 'handling'));
    if (random.chance(0.75)) agent.push(free(scene, 'handling'));
    const customer: string[] = [];
    if (random.chance(0.25)) customer.push(one('short'));
    if (random.chance(0.06)) customer.push(one('upset'));
    if (customer.length === 0 || random.chance(0.6)) customer.push(free(scene, 'telling'));
    if (random.chance(0.5)) customer.push(free(scene, 'telling'));
    if (round === moment)
      customer.splice(random.below(customer.length + 1), 0, said(random.pick(lines.disclosures), scene));
    texts.push(agent.join(' '), customer.join(' '));
  }
  texts.push(one('farewells'), one('partings'));
  return texts;
}

const answer = (scene: Scene, reading: number): string[] => {
  const { random } = scene;
  if (random.chance(reading)) return random.chance(0.5) ? [said(random.pick(lines.formulas), scene)] : [];
  return [said(random.pick(lines.heard), scene)];
};

/** A sentence of one's own, some of them begun as one speaks or joined to a second. */
function free(scene: Scene, kind: 'handling' | 'telling'): string {
  const { random } = scene;
  const text = said(random.pick(lines[kind]), scene);
  if (!random.chance(0.3)) return text;
  const rest = /^I\b/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
  return `${said(random.early(lines.openers), scene)} ${rest}`;
}

/** What its way into the transcript makes of it. */
function written(text: string, channel: Made['channel'], bare: boolean, random: Random): string {
  if (bare) return noisy(text, true, random);
  if (channel === 'call') return text;
  if (channel === 'mail') return random.chance(0.3) ? text.replace('. ', '.\n\n') : text;
  const typed = random.chance(0.15) ? noisy(text, false, random) : text;
  return random.chance(0.03) ? `${typed} 😊` : random.chance(0.1) ? typed.replaceAll("'", '’') : typed;
}
