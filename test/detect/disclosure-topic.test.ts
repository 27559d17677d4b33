/**
 * What a disclosure is about, said plainly and obliquely, and the pairs that are easily taken for one another. A second
 * line is the agent's answer, which may be all that tells.
 */
import { describe, expect, it } from 'vitest';
import { compiled } from '../../src/compiled/rules.ts';
import { topicsOf } from '../../src/detect/disclosure/topic.ts';
import { valenceOf } from '../../src/detect/disclosure/valence.ts';
import { Engine } from '../../src/detect/engine.ts';
import { createDetect } from '../../src/detect/index.ts';
import { type Topic, topics } from '../../src/model/finding.ts';

const engine = new Engine(compiled());

function read(said: string, answer?: string) {
  const context = engine.read({
    id: 'topic',
    agent: { id: 'a', name: 'Niall' },
    turns: [
      { speaker: 'agent', text: 'Hello, Niall here, how can I help?' },
      { speaker: 'customer', text: said },
      ...(answer === undefined ? [] : [{ speaker: 'agent' as const, text: answer }]),
    ],
  });
  const all = context.sentences(1);
  return { context, stretch: { first: all[0]?.first ?? 0, last: all.at(-1)?.last ?? 0 } };
}

function topicOf(said: string, answer?: string): Topic | undefined {
  const { context, stretch } = read(said, answer);
  return topicsOf(context, 1, stretch)[0]?.topic;
}

type Example = readonly [said: string, answer?: string];

const examples: Readonly<Record<Topic, readonly Example[]>> = {
  bereavement: [
    ['My father passed away in March and the line is still in his name.'],
    ['We scattered the ashes on Sunday.'],
    ["It's the first Christmas without her."],
    ["I'm the executor, I have the grant of probate here."],
    ['The vet had to put him down on Tuesday, he was fourteen.'],
    ["He'd have been sixty next week."],
    ['There is only one of us now.', 'I am so sorry for your loss.'],
    ['We are burying my uncle on Saturday in the village.'],
  ],
  illness: [
    ['My wife was diagnosed with breast cancer in June.'],
    ["I'm typing this from the ward, they took my appendix out."],
    ['Dad is having a bypass on Thursday.'],
    ["I've been off my feet for three weeks with a broken ankle."],
    ['She starts her second round of chemo tomorrow.'],
    ['They are keeping him in for tests.', 'I hope he feels better soon.'],
    ['My brother has been in intensive care since the stroke.'],
  ],
  disability: [
    ["I'm registered blind and my screen reader skips that box."],
    ["I can't manage the stairs any more, I use a frame."],
    ['My son is autistic and strange voices upset him.'],
    ["I'm hard of hearing so I would rather write."],
    ['I am in a wheelchair, is there a ramp?'],
    ["My hands shake, I can't press those tiny buttons."],
    ["My eyes aren't what they were at my age."],
  ],
  caregiving: [
    ["I look after my mother full time, she can't be left."],
    ["I'm her carer, I wash her and dress her and do her tablets."],
    ["I'm a single mum with three small kids hanging off me."],
    ["We had to move dad in with us, he doesn't know where he is half the time."],
    ['I get no respite, I am up with him every night.'],
    ["She's in a care home now and I do all her paperwork."],
  ],
  'new-arrival': [
    ["I'm thirty weeks pregnant."],
    ['My daughter had a baby boy on Monday.'],
    ['We are bringing her home from the maternity ward today.'],
    ['The adoption panel said yes, he comes to us in April.'],
    ["I'm due next month and need the room ready."],
    ['The twins came early.', 'Congratulations! Are mother and babies doing well?'],
  ],
  partnership: [
    ["We're getting married in September."],
    ['It is our golden wedding anniversary.'],
    ['He proposed on the beach and I said yes.'],
    ["I'm the best man and the suits have to match."],
    ["We're just back from our honeymoon."],
    ['The nikah is next Friday.'],
    ['I need to change my surname to his.', 'Congratulations to you both! How was the wedding?'],
  ],
  separation: [
    ['My husband left me in January.'],
    ["We're going through a divorce and I need my own account."],
    ["I haven't spoken to my brother in six years."],
    ['She moved out and took the kids.'],
    ['My ex still gets the bills.'],
    ["We've split up, so please take his name off."],
  ],
  'work-loss': [
    ['I was made redundant last week.'],
    ['They let the whole night shift go.'],
    ['The plant is closing and all of us are out.'],
    ["I've been out of work since May."],
    ['My shop went under last spring.'],
    ['They cut my hours to almost nothing.'],
  ],
  'money-strain': [
    ["I can't afford that, I'm behind on the rent as it is."],
    ['I have eleven pounds until payday.'],
    ['The bailiffs have been round.'],
    ["There's only the one pension coming in."],
    ['We are choosing between heating and eating.'],
    ["I'm in debt up to my eyes."],
    ['We have been going to the food bank.'],
  ],
  milestone: [
    ['I start my new job on Monday.'],
    ['She graduates on Friday, the first in our family.'],
    ['Mum turns eighty at the weekend.'],
    ['I retire at the end of the month after forty years.'],
    ['We just got the keys to our first house.'],
    ['He passed his driving test.'],
    ["It's my daughter's eighteenth birthday."],
  ],
  crisis: [
    ['Our house burned down on Saturday night.'],
    ['We were burgled while we were asleep.'],
    ["I'm stranded at the airport with no money."],
    ['Someone emptied my account, they pretended to be the bank.'],
    ['A lorry hit us on the motorway.'],
    ['He hits me and I had to get out, I am at a refuge.'],
    ['The river came in and the whole ground floor is under water.'],
  ],
  'high-stakes': [
    ['I have a job interview at nine tomorrow and need it working.'],
    ['The custody hearing is on Monday, they want those records.'],
    ['My visa appointment is on Thursday and I need the letter by then.'],
    ['His final exam is online in an hour.'],
    ['If I miss this flight I will not see my father before the operation.'],
    ['My dissertation is due at midnight.'],
  ],
  distress: [
    ["I can't cope any more, I just sit and cry."],
    ["I'm so lonely, you are the first person I've spoken to all week."],
    ["I'm scared of everything, I jump at every noise."],
    ["I haven't slept and my head is all over the place."],
    ['I feel so ashamed.'],
    ['My hands are shaking, sorry.', "Take a deep breath, you're not on your own."],
  ],
  'personal-life': [
    ["We're off to Spain for two weeks in the sun."],
    ['The grandchildren are coming for Christmas dinner.'],
    ['I play the fiddle in a band on Sundays.'],
    ['My daughter has her school play tonight.'],
    ['We have a new puppy, he chews everything.'],
    ['I grew up in Galway.'],
    ['I need boots for hiking in the Highlands with my lads.'],
  ],
};

const pairs: readonly (readonly [said: string, topic: Topic])[] = [
  ['I look after my wife, she has dementia and wanders at night.', 'caregiving'],
  ['My wife has just been diagnosed with dementia.', 'illness'],
  ['They made me redundant in May, so I am behind on the rent.', 'work-loss'],
  ['My wages no longer cover the bills and I am in arrears.', 'money-strain'],
  ['My exam is tomorrow morning and the laptop is dead.', 'high-stakes'],
  ['I passed my final exam, I am a nurse at last!', 'milestone'],
  ['It is for my son, he has his first football match on Saturday.', 'personal-life'],
  ["It is for my son's eighteenth birthday on Saturday.", 'milestone'],
  ['I cry every day since he died.', 'bereavement'],
  ['I cry every day and I do not know why.', 'distress'],
  ['We called off the wedding, he met someone else.', 'separation'],
  ['The baby was stillborn.', 'bereavement'],
  ['I am on bed rest until the baby is born.', 'new-arrival'],
  ['The divorce hearing is on Monday at nine and I need the statement by then.', 'high-stakes'],
  ['I have been deaf since birth.', 'disability'],
  ['The crash broke my collarbone and I am still in hospital.', 'illness'],
  ['A drunk driver ran into us and the car is wrecked.', 'crisis'],
];

describe('the topic of a disclosure', () => {
  it('has examples for every topic', () => {
    expect(topics.filter(topic => examples[topic].length < 5)).toEqual([]);
  });
  const all = topics.flatMap(topic => examples[topic].map(([said, answer]) => ({ topic, said, answer })));
  it.each(all)('$topic: $said', ({ topic, said, answer }) => {
    expect(topicOf(said, answer)).toBe(topic);
  });
  it.each(pairs)('%s (%s)', (said, topic) => {
    expect(topicOf(said)).toBe(topic);
  });
});

describe('a phrase of a rule', () => {
  const detect = createDetect();
  it('gives way to words that clearly speak for another topic', () => {
    const said = 'My wife gave birth by c section, she is in hospital with our newborn baby boy.';
    const { findings } = detect({
      id: 'phrase',
      agent: { id: 'a' },
      turns: [
        { speaker: 'customer', text: said },
        { speaker: 'agent', text: 'Congratulations! What have you called him?' },
      ],
    });
    const found = findings.flatMap(one => (one.dimension === 'disclosure' ? [one.topic] : []));
    expect(found).toContain('new-arrival');
    expect(found).not.toContain('illness');
  });
});

describe('the valence of a disclosure', () => {
  it.each([
    ['Dad is having a bypass on Thursday.', 'negative', 'negative'],
    ['The scan was all clear, thank god.', 'negative', 'mixed'],
    ['We are getting married in May.', 'positive', 'positive'],
    ["We are getting married in May, it's just sad that he isn't here to see it.", 'positive', 'mixed'],
  ] as const)('%s', (said, usual, valence) => {
    const { context, stretch } = read(said);
    expect(valenceOf(context, 1, stretch, usual)).toBe(valence);
  });
});
