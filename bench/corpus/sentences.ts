/**
 * What is said in the made conversations. Slots in braces are filled by slots.ts. Written for this project; what is
 * early in a list is said more often.
 */
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim());

/** Agents: read out, word for word. */
export const greetings = lines(`
Thank you for calling {company}, my name is {agent}, how can I help you today?
Hello, you're through to {agent} at {company}.
Hi {customer}, thanks for contacting {company}. You're chatting with {agent}.
Good morning, {company} customer care, {agent} speaking.
Welcome to {company}. My name is {agent} and I'll be looking after you today.
`);
export const stock = lines(`
Can I take your account number and the first line of your address, please?
I understand your frustration.
Please bear with me while I look into this for you.
I apologise for any inconvenience this may have caused.
For security purposes, can you confirm your date of birth?
Thank you for confirming that for me.
Thank you for your patience.
I do appreciate you bringing this to our attention.
Calls may be recorded for training and quality purposes.
Please allow {small} to {small} working days for that to show on your {thing}.
I've made a note of that on your account.
Your call is important to us.
Unfortunately, as per our policy, I'm unable to do that.
You will receive a confirmation by email shortly.
I'm just going to place you on a brief hold.
Rest assured we are doing everything we can.
You can also find this in the help centre on our website.
`);
export const farewells = lines(`
Is there anything else I can help you with today?
Thank you for contacting {company} and have a great day.
Thanks for calling {company}, goodbye now.
You may receive a short survey about today's contact.
Take care {customer}, bye.
`);

/** Agents: about this matter, in words of their own. */
export const handling = lines(`
I can see the {thing} was {did} on {day}.
Let me {todo} the {noun} and see what it says about the {thing}.
It looks like the {noun} was {did} {adverb}, so the {thing} never reached {place}.
I've {did} the {adjective} {noun}, and your reference is {ref}.
What does it say on the {adjective} {noun}?
So the {thing} went out to {street} on the {date}, is that the {adjective} address?
The {noun} shows {amount} taken and then {amount} put back on the {date}.
If you {todo} the {noun} tonight, the {thing} should be there by {day}.
I'll {todo} that now, it takes about {small} minutes.
Right, the {adjective} {noun} is on {surname} Road and the {thing} is at the {place}.
Whoever {did} the {noun} put it under {ref} and not under your name.
Could you {todo} the {noun} again and tell me which {noun} comes up?
There are {small} of them here, the {adjective} one and the one that was {did} in {month}.
You're right, it says {amount} here and you were told {amount}.
The {noun} at the {place} closes at {small}, so {day} is the earliest.
I have {surname} from the {place} on the other line and they have {did} the {noun}.
That {noun} is {adjective}, it was {did} {adverb} on the {date}.
Did you get the {brand} one, or the {adjective} {noun} that came with the {thing}?
I'll {todo} the {thing} and {todo} the {noun} as well, then you won't have to ring {adverb}.
My screen shows the {brand} {thing} with the {adjective} {noun} and nothing for {month}.
`);

/** Customers: about the matter. */
export const problems = lines(`
Hi, I'm calling about my {thing}.
Hello, my {thing} was supposed to be {did} on {day} and it still hasn't been.
I have a question about the {thing} I {did} in {month}.
I'd like to {todo} my {thing}, please.
There's {amount} on my {thing} that I don't recognise.
Hi there, the {thing} from {brand} has a {adjective} {noun}.
I {did} your {noun} twice and nobody knows where the {thing} is.
`);
export const telling = lines(`
It was {did} on the {date} and the {noun} said {amount}.
Yes, it's {street}.
The reference is {ref}.
It's under {customer} {surname}, {place} branch.
I {did} the {noun} {adverb} and it still shows the {adjective} {noun}.
No, the {adjective} one is with the {noun}, this is the {brand} one.
The {place} put {amount} on the {noun} under {ref}.
It says {number} on the {noun}.
Can you {todo} it so that it goes to the {place} instead of {street}?
So how long does it take to {todo} the {noun}?
My {noun} is {adjective} and the {thing} won't go past the {noun}.
I {did} it with the {adjective} {noun}, I think that was in {month}.
I'm looking at the {noun}, it has {small} {adjective} lights and says {brand}.
Somebody called {surname} {did} it last time.
That's the {adjective} {noun}, the other one was {did} {adverb}.
You charge {amount} for it and the {noun} isn't {adjective}.
What happens with the {amount} then?
The {noun} in the parcel is {adjective}, so I {did} the {noun} instead.
You {did} the {noun} on {day} but the {thing} is at {surname} {place} now.
And the {noun} for {month}, has that been {did} as well?
`);
export const short = lines(`
Okay.
Yes, that's right.
No, that's fine.
Right.
Alright, thank you.
Sure, one second.
Ok thanks
Mm-hm.
Yes please.
Oh I see.
Perfect, thanks so much.
Hmm, I'm not sure about that.
`);
export const partings = lines(`
No, that's everything, thanks.
Great, thank you, bye.
Thanks for your help {agent}.
Ok, bye.
No that's all, cheers.
`);

/** Customers: about their lives, beside the matter. */
export const disclosures = lines(`
Sorry, I'm ringing from the hospital, my mum had a fall this morning.
My husband passed away in {month} and everything is still in his name.
I lost my job in {month}, so things are really tight at the moment.
We've just had a baby, so I haven't slept much.
I'm getting married on the {date}, that's why I need it before then.
I've been off sick, I had an operation on my back two weeks ago.
It's my daughter's birthday on {day} and this was her present.
My dad has dementia and he can't be left alone in the evenings.
I'm going through a divorce and we're selling the house.
I have a court date on the {date} and I'm worried sick about it.
My son starts chemotherapy on {day}.
We had to leave our flat after the fire, we're staying with my sister in {surname}{tail}.
I'm on my own with three kids and I've got {amount} left till {day}.
My grandmother's funeral is on {day}, I just can't deal with this now.
I was diagnosed with cancer in {month}, so I can't be without the phone.
We moved here from {surname}{tail} last month and don't know anybody yet.
My dog died yesterday, sorry, I'm a bit of a mess.
I passed my exams this week, so I'm moving out for university!
I had a panic attack in the shop because of this.
My wife is due any day now and I can't be waiting in for a {noun}.
`);
/** Agents, to a disclosure: heard, answered by formula; the rest pass over it. */
export const heard = lines(`
Oh {customer}, I'm so sorry, how are you holding up?
That's a lot to carry, take all the time you need.
I'm really sorry to hear about that, I'll do the {noun} myself so you don't have to think about it.
Oh how lovely, congratulations to all of you!
That must be exhausting. Let's get the {thing} off your plate first.
`);
export const formulas = lines(`
I'm sorry to hear that.
I understand.
I understand how you feel.
Sorry to hear that, can I take your account number?
`);

/** Both: what marks a hurry, a grievance, a kindness. */
export const hurried = lines(`
Like I said, you need to {todo} it yourself.
Anything else? I've got other calls waiting.
You'll have to go to the website for that.
As I already told you, the {noun} was {did}.
`);
export const upset = lines(`
This is the third time I'm calling about this.
I've been waiting for {small} weeks now and it's getting ridiculous.
Nobody ever called me back.
I'm really worried that the {thing} is lost.
Honestly I'm so fed up with this.
I don't understand what that means.
`);
export const kind = lines(`
I'd be annoyed too if I'd waited since {month}.
You've done everything right, this one is on us.
Leave it with me, I'll ring you on {day} before {small} myself.
I had the same {brand} one at home, the {noun} drove me mad.
How was the move to {surname}{tail}, by the way?
`);

/** Small words that a sentence may begin with. */
export const openers = lines(`
So
Well
Okay so
Yeah
Um
And
But
Right
Actually
Now
`);
