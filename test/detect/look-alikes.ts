/** Own sentences for the guards, by class: none of them tells anything of the customer's life. */
export const lookAlikes: Readonly<Record<string, readonly string[]>> = {
  negation: [
    'No, nobody has died, I just want to close the account.',
    "I'm not ill or anything, I only need the claim form.",
    'My wife is not pregnant, that was entered by mistake on the policy.',
    "I haven't lost my job, the payroll date changed, that's all.",
  ],
  hypothetical: [
    'What happens to the policy if I lose my job?',
    'If I died tomorrow, would my wife get the payout?',
    'Suppose somebody gets divorced, can they split the plan?',
    'Would it cover me if I broke my leg on the slopes?',
    'In case of an illness, do I still pay the fee?',
  ],
  'a form read out': [
    'It asks "have you been diagnosed with cancer in the last five years", do I tick no?',
    'The form says marital status: single, married, divorced, widowed. Which do I choose?',
    'Question seven is about disability, what should go there?',
  ],
  devices: [
    'My phone died in the middle of the update.',
    'The router has been sick since the firmware went on.',
    'The battery passed away after two months, so much for the warranty.',
    'This laptop is on life support, it only runs when it is plugged in.',
    'The washing machine is dead and the engineer never came.',
    'My hard drive had a stroke or something, it just clicks.',
  ],
  'figures of speech': [
    'Your app is killing me.',
    'I nearly died laughing when I saw the price.',
    "I'd die for that discount to come back.",
    'The hold music gives me a heart attack every time.',
    "I'm sick of waiting for a reply.",
    'It costs an arm and a leg to send it back.',
    'This update is a train wreck.',
  ],
  'products and orders': [
    'The baby monitor I ordered has no charger in the box.',
    'I want to return the wedding cake stand, order 5521.',
    'Can you put me through to the funeral plan department?',
    'Do you sell hospital grade masks in packs of fifty?',
    'The maternity jeans came in the wrong size.',
    'My order of birthday candles is stuck at the depot.',
    'Which travel insurance has the cancer cover add-on?',
    'The cot mattress listing says 120 by 60, is that right?',
  ],
  'annoyance with the company': [
    "This is the fourth time I've called and I'm at the end of my rope with you people.",
    "I'm furious, you charged me twice.",
    'I am so frustrated with this website.',
    'Honestly, worst customer service I have ever had.',
    'I have been on hold for fifty minutes.',
  ],
  "other people's stories": [
    'I read in the paper that a man lost his house because of your bank.',
    'There was a film on last night about a woman with cancer, and it froze halfway.',
    'They said on the news that the president is in hospital.',
    'The song is called My Mother Died, it will not play.',
  ],
  quotations: [
    'The email says "we are sorry for the loss of your mother" and it is not even addressed to me.',
    'Your advert says "congratulations on your new baby" and I have no idea why I got it.',
  ],
  'job roles': [
    "I'm a nurse calling on behalf of a patient about his parcel.",
    'I am the solicitor for the buyer, I need the reference.',
    'This is the hospital switchboard, I need the invoice for the printers.',
    'I manage a care home and our broadband contract is up.',
    'I work for a funeral director and we need another phone line.',
  ],
  'redaction tags': [
    'It is a [HEALTH] branded bottle, 500 ml.',
    'The parcel was addressed to [NAME] at [ADDRESS].',
  ],
  'plain business': [
    'The parcel was left with a neighbour and it is not mine.',
    'I need to change the date of my booking from Monday to Friday.',
    'My internet has been down since last night.',
    'Can I get a copy of the invoice for March?',
    'The size is wrong, I want to swap it for a medium.',
    'I forgot my password and the reset link has expired.',
    'The driver said he could not find the door.',
    'How long does a refund take to reach my card?',
  ],
};

/** Own sentences that tell of a life, many of them without a word that names it, by topic. */
export const disclosures: Readonly<Record<string, readonly string[]>> = {
  bereavement: [
    "I'm ringing because my mum passed away last Tuesday and the phone is in her name.",
    "He'd have been seventy on Friday, so the subscription can stop.",
    'my my uh mother passed so i need to close this',
    'His [RELATION] died in May, and the letters keep coming to her.',
    'We scattered her ashes on Sunday and I am just going through the post.',
  ],
  illness: [
    "Sorry, I'm calling from the ward, my dad isn't doing well.",
    'I start chemo on Monday so I will not be able to come in.',
    'They found a lump and I am waiting for the biopsy.',
    'my husband had a stroke in august and i do all of this now',
    "I've been in hospital since Thursday with my chest.",
  ],
  disability: [
    "I can't read the small print any more, my sight is going.",
    "I'm in a wheelchair and the branch has steps.",
    "you'll have to speak up love i'm deaf in the one ear",
  ],
  caregiving: [
    'I look after my mother full time, she has dementia, so evenings are hard.',
    "I'm on my own with three little ones and the heating is off.",
    'i cant come to the depot, i cant leave my dad on his own',
  ],
  'new-arrival': [
    "We're expecting our first in March, so we need the bigger car.",
    'typing this with one hand, shes four days old and asleep on me',
    'My daughter had twins on Sunday!',
  ],
  partnership: [
    "We're getting married on Saturday and the suits have not come.",
    "It's our fortieth anniversary and I wanted it to be a surprise.",
  ],
  separation: [
    'My husband left in January and I need his name off the account.',
    "We're going through a divorce, so please do not send it to the old house.",
    'i moved out, its just me and the kids now',
  ],
  'work-loss': [
    'I was made redundant last month and I cannot keep up the payments.',
    'They let the whole night shift go on Friday, me included.',
    'the plant shut and i been there 22 years',
  ],
  'money-strain': [
    "There's only the one pension coming in now.",
    'I have four pounds until Friday and you have taken twelve.',
    "i can't feed the kids and pay this",
  ],
  milestone: [
    'I passed my driving test this morning, so I want to insure the car!',
    'My son graduates on Friday and the frame is for that.',
    'We got the keys to our first house today.',
  ],
  crisis: [
    'Our house burned down on Sunday night and the bank card was in it.',
    'We were burgled while we were away, they took everything.',
    "I'm stuck at the airport with two children and no money.",
    'He hit me again and I have left, so I need a new number.',
  ],
  'high-stakes': [
    'I have a court date on Thursday and I need that letter.',
    'My interview is at nine tomorrow and the laptop is all I have got.',
    'i have to get to my sister before she goes into theatre',
  ],
  distress: [
    "I'm sorry, I'm crying, I just can't cope with any more of this.",
    "I haven't slept for a week, I'm so anxious about it all.",
    "It's very lonely here since the children went.",
  ],
  'personal-life': [
    "We're off to Lanzarote on Saturday, first holiday in nine years.",
    'My granddaughter is in the school play tonight.',
    "I've got a spaniel here who eats everything, that's why it is chewed.",
  ],
};
