/**
 * Short dialogues, written for this project, with what the agent did about the disclosure in brackets. Hard negatives
 * first: what looks like an answer and is none. `C:` and `A:` begin turns.
 */
import type { MissedBy, Response, Topic } from '../../src/model/finding.ts';

/** One dialogue and what should be said of it. */
export interface Dialogue {
  readonly topic: Topic;
  readonly said: string;
  readonly expected: Response;
  /** The answering turn, where it is not the first after the disclosure. */
  readonly turn?: number;
  readonly missedBy?: MissedBy;
}

const missed = (topic: Topic, missedBy: MissedBy, ...said: string[]): Dialogue => ({
  topic,
  said: said.join('\n'),
  expected: 'missed',
  missedBy,
});
const formula = (topic: Topic, ...said: string[]): Dialogue => ({
  topic,
  said: said.join('\n'),
  expected: 'generic',
});
const answered = (topic: Topic, ...said: string[]): Dialogue => ({
  topic,
  said: said.join('\n'),
  expected: 'acknowledged',
});
const later = (turn: number, topic: Topic, ...said: string[]): Dialogue => ({
  ...answered(topic, ...said),
  turn,
});

export const dialogues: readonly Dialogue[] = [
  // bare thanks for information
  missed(
    'bereavement',
    'bare-thanks',
    'C: [My sister died in August], the flat was hers.',
    'A: Thank you for that information. What is the meter reading?',
  ),
  missed(
    'illness',
    'bare-thanks',
    "C: I'm ringing from the ward, [I had a stent put in this morning].",
    'A: Thanks for confirming. And the email address on file?',
  ),
  missed(
    'work-loss',
    'bare-thanks',
    'C: [They let forty of us go on Monday], me included.',
    'A: Okay, thank you for letting me know. Your next payment is due on the 3rd.',
  ),
  missed(
    'new-arrival',
    'bare-thanks',
    "C: I need it by June, [we're having our first].",
    'A: Thank you. Delivery is 5 to 7 working days.',
  ),
  // the event as a booking, the person as an account holder: words that the task needs
  missed(
    'partnership',
    'process-talk',
    "C: [We're getting married in October] and I need forty chairs.",
    'A: What date in October is that for?',
    'C: The ninth.',
    'A: Forty chairs, and your postcode?',
  ),
  missed(
    'milestone',
    'process-talk',
    'C: A cake for Saturday please, [she will be ninety].',
    'A: Is Saturday collection or delivery?',
  ),
  missed(
    'bereavement',
    'process-talk',
    'C: [My husband passed in March] and the bill is still in his name.',
    'A: Are you the account holder?',
    'C: No, he was.',
    'A: I need to speak to the account holder.',
  ),
  missed(
    'bereavement',
    'process-talk',
    "C: It's my father's number, [he died a fortnight ago].",
    "A: And your father's account number please?",
  ),
  missed(
    'high-stakes',
    'process-talk',
    'C: [I have a visa interview on Thursday] and the passport is in that parcel.',
    'A: Can I take the tracking number?',
  ),
  missed(
    'illness',
    'process-talk',
    "C: Change the flight please, [my wife's scan came back bad].",
    'A: Which flight would you like to change?',
  ),
  missed(
    'disability',
    'process-talk',
    "C: [I've not been able to do stairs since the fall], so leave it downstairs.",
    'A: Please confirm the delivery address.',
  ),
  missed(
    'crisis',
    'process-talk',
    'C: [We were burgled on Friday night], they took the router as well.',
    'A: What is the serial number of the router?',
  ),
  missed(
    'money-strain',
    'process-talk',
    "C: [I'm choosing between heating and eating].",
    'A: I can see a balance of 212 pounds on the account.',
    'C: I know.',
    'A: The due date is the 14th.',
  ),
  missed(
    'caregiving',
    'process-talk',
    "C: Sorry, [I've mum to lift out of bed every hour so I can't stay on].",
    'A: Can you confirm your date of birth?',
  ),
  missed(
    'personal-life',
    'process-talk',
    "C: It's for the dog, [he's fourteen and I've had him since college].",
    'A: And what size is the item?',
  ),
  missed(
    'separation',
    'process-talk',
    'C: Take him off it, [he moved out at Easter and the papers are signed].',
    'A: For security I need the password.',
  ),
  // straight to the fix
  missed(
    'distress',
    'problem-solving',
    "C: [I'm in bits here, I haven't slept since Tuesday].",
    "A: I'll reset the box from this end. Give it two minutes.",
  ),
  missed(
    'illness',
    'problem-solving',
    "C: [I've just come out of chemo] and the app logged me out.",
    'A: You can reset it with the link on the sign-in page.',
  ),
  missed(
    'bereavement',
    'problem-solving',
    "C: [We're burying my brother tomorrow] and the car won't unlock.",
    'A: Press and hold the button for ten seconds.',
  ),
  missed(
    'money-strain',
    'problem-solving',
    "C: [There's only the one wage coming in now].",
    'A: We can set up a direct debit for you.',
  ),
  missed(
    'crisis',
    'problem-solving',
    'C: [The whole kitchen went up last night], nobody can ring me.',
    'A: I have added a divert to the other number.',
  ),
  missed(
    'high-stakes',
    'problem-solving',
    "C: [My thesis is due at noon] and the connection's gone.",
    'A: Unplug the router and plug it back in.',
  ),
  missed(
    'caregiving',
    'problem-solving',
    'C: [He wanders at night now, I sleep in the chair by the door].',
    'A: What I can do is move the appointment to Friday.',
  ),
  missed(
    'new-arrival',
    'problem-solving',
    'C: [The baby came seven weeks early], so nothing is ready.',
    'A: Sure, I will change the delivery date to tomorrow.',
  ),
  // closing, refusing, passing on
  missed(
    'bereavement',
    'deflection',
    'C: [He was my only son].',
    'A: You need to contact the billing department about that.',
  ),
  missed(
    'money-strain',
    'deflection',
    'C: [I had to borrow off my daughter for food].',
    'A: Is there anything else I can help you with today?',
  ),
  missed(
    'illness',
    'deflection',
    "C: [It's spread to my liver], they told me Monday.",
    "A: That's not something we deal with here.",
  ),
  missed(
    'distress',
    'deflection',
    "C: [I don't know how I'll get through Christmas].",
    'A: Anyway, back to the contract.',
  ),
  missed(
    'work-loss',
    'deflection',
    'C: [The plant shut and I was there thirty years].',
    "A: I'm transferring you to collections.",
  ),
  missed(
    'separation',
    'deflection',
    "C: [She's taken the children to her mother's].",
    'A: Our policy does not allow changes by phone.',
  ),
  // nothing said to it
  missed('distress', 'silence', 'C: [It gets very quiet here since they all left].', 'A: Mm-hm.'),
  missed(
    'personal-life',
    'silence',
    'C: [I used to keep bees in that field], my wife painted the hives.',
    'A: Okay.',
    'C: She did.',
    'A: One moment please.',
  ),
  missed(
    'illness',
    'silence',
    'C: [My legs gave out on me in the shop].',
    'A: Right, okay.',
    'C: So.',
    'A: Bear with me.',
  ),
  // formulas
  formula(
    'illness',
    "C: [I'm just back from surgery] and there's no signal.",
    'A: We apologise for any inconvenience caused. May I have your number?',
  ),
  formula(
    'work-loss',
    'C: [I was laid off in January].',
    'A: I understand your concern. Please be informed that the fee applies to all customers.',
  ),
  formula(
    'caregiving',
    'C: [I look after two disabled adults on my own], I rely on this line.',
    'A: I completely understand your frustration and I do apologise for the inconvenience.',
  ),
  formula(
    'crisis',
    'C: [Our roof came off in the storm].',
    'A: We are sorry for any inconvenience this may have caused you. Kindly provide your policy number.',
  ),
  formula(
    'new-arrival',
    "C: [I'm thirty eight weeks gone] and it's not here.",
    'A: I understand how frustrating this must be. I apologise for the delay.',
  ),
  formula(
    'high-stakes',
    'C: [I am in front of the judge on Monday] and need that statement.',
    'A: I do understand your frustration. We value your patience.',
  ),
  // the set phrase that fits
  answered(
    'bereavement',
    'C: [My mother passed away last month].',
    "A: I'm very sorry for your loss. Can I take her account number?",
  ),
  answered(
    'bereavement',
    'C: [We lost Dad on New Year’s Eve].',
    'A: Please accept my condolences. I will close the account today.',
  ),
  answered(
    'milestone',
    'C: [I finally got the keys to my own place].',
    'A: Congratulations! What is the new postcode?',
  ),
  answered(
    'illness',
    "C: [I've just had a hip done].",
    'A: I hope you have a speedy recovery. Which slot suits you?',
  ),
  answered(
    'new-arrival',
    'C: [Our daughter was born on Tuesday].',
    'A: Oh congratulations, how lovely! How is everybody doing?',
  ),
  // oblique: a reply that fits
  answered(
    'bereavement',
    "C: [I'm going through his desk a drawer at a time].",
    'A: No rush at all, take all the time you need.',
  ),
  answered(
    'bereavement',
    'C: [We were married forty-four years].',
    'A: Forty-four years, that is a whole life.',
  ),
  answered(
    'milestone',
    'C: [My granddaughter passed her driving test this morning].',
    'A: Ha, tell her well done from me!',
  ),
  answered(
    'illness',
    "C: [They're keeping him in for another week].",
    'A: Oh no, poor man. I hope he is home soon.',
  ),
  answered(
    'distress',
    "C: [I'm sat here crying over a phone bill].",
    "A: You cry away, it isn't the bill, is it? Take a breath, I'm not going anywhere.",
  ),
  answered(
    'personal-life',
    "C: [I'm packing for Lisbon as we speak].",
    'A: Ooh, Lisbon! Have you been before?',
  ),
  answered('personal-life', 'C: [The dog has eaten the remote].', 'A: Ha! Is the dog all right?'),
  answered(
    'money-strain',
    'C: [I am down to my last tenner till Friday].',
    "A: Then we're not taking anything this week. Nobody should be choosing between that and dinner.",
  ),
  answered(
    'separation',
    "C: [He left in March and I'm still finding his post].",
    'A: Oh, that must sting every time. Let me stop the letters coming.',
  ),
  answered(
    'high-stakes',
    'C: [I have my driving theory at nine tomorrow].',
    'A: Best of luck tomorrow, I hope it goes well for you.',
  ),
  answered(
    'work-loss',
    'C: [After nineteen years they gave me a cardboard box].',
    "A: Nineteen years and a box. That's shocking.",
  ),
  answered('caregiving', "C: [I'm up with her four times a night].", 'A: Four times? When do you sleep?'),
  answered(
    'crisis',
    'C: [Someone ran into the back of us on the motorway].',
    'A: Oh my goodness, is everyone all right? Were you hurt?',
  ),
  answered(
    'disability',
    "C: [I can't see the small print any more].",
    "A: Then I'll read it to you, every word, and you stop me whenever you like.",
  ),
  answered(
    'partnership',
    'C: [It is our golden wedding on Sunday].',
    "A: Fifty years! You'll have to tell me the secret.",
  ),
  // a question about it
  answered(
    'new-arrival',
    "C: [We're expecting twins in the spring].",
    'A: Twins! Do you know if they are boys or girls?',
  ),
  answered('illness', 'C: [My little lad broke his arm at football].', 'A: Ouch, poor thing. How is he now?'),
  answered(
    'bereavement',
    'C: [This was my gran’s recipe book], she died in the summer.',
    'A: What was she like, your gran?',
  ),
  answered('personal-life', 'C: [I grew up on the islands], you see.', 'A: Oh did you? Which island?'),
  answered(
    'caregiving',
    'C: [Dad has dementia], so I do the talking.',
    'A: That must be hard on you both. How is he today?',
  ),
  // the person spoken of, and deeds done because of it
  answered(
    'bereavement',
    'C: [My wife died in June and her letters still come].',
    "A: I'm sorry. I'll take her name off today so no more letters come to you.",
  ),
  answered(
    'illness',
    "C: [She's on oxygen at home now].",
    "A: Then she can't be without power. I'll put her on the priority list myself.",
  ),
  answered(
    'disability',
    'C: [My son is autistic and the doorbell frightens him].',
    "A: I'll tell the driver to knock softly so your son isn't frightened.",
  ),
  answered(
    'distress',
    "C: [I hate the phone, it's taken me all week to ring].",
    "A: I'm glad you did ring. A week of dreading it takes some courage, thank you for telling me.",
  ),
  answered(
    'high-stakes',
    'C: [I fly out to my brother tonight, he may not last].',
    "A: Then we'll get you on that plane to your brother. I'm so sorry.",
  ),
  // in the second turn, and later
  later(
    3,
    'bereavement',
    'C: [My mum died on Sunday].',
    'A: What is the account number?',
    'C: It is 4471.',
    'A: Thank you. And I am so sorry about your mum.',
  ),
  later(
    3,
    'milestone',
    'C: [I start my new job on Monday].',
    'A: Is that the same address?',
    'C: Yes.',
    'A: Congratulations on the new job, by the way! What will you be doing?',
  ),
  later(
    5,
    'illness',
    'C: [I had my knee replaced on Friday].',
    'A: Your order number please?',
    'C: 8812.',
    'A: That is out for delivery.',
    'C: Great.',
    'A: Mind that knee now, and have the driver carry it in for you.',
  ),
  later(
    5,
    'new-arrival',
    'C: [The baby is due any day].',
    'A: Which plan are you on?',
    'C: The basic.',
    'A: I can see that here.',
    'C: Okay.',
    'A: All done. Best of luck with the baby, I hope it all goes smoothly!',
  ),
  // later, but not back to this
  missed(
    'bereavement',
    'process-talk',
    'C: [My mum died on Sunday].',
    'A: What is the account number?',
    'C: It is 4471.',
    'A: And the postcode?',
    'C: BT7.',
    'A: Lovely, have you any plans for the weekend?',
  ),
  missed(
    'illness',
    'process-talk',
    'C: [I had a stroke in May].',
    'A: What is the postcode?',
    'C: BT9.',
    'A: Please confirm the first line of the address.',
    'C: 12 Elm Park.',
    'A: Oh I love Elm Park, I grew up round there!',
  ),
];
