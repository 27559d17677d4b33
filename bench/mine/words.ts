/** Words and frames that the corpus is made of. Written for this project. */
const list = (text: string) => text.trim().split(/\s+/);
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim());

export const nouns =
  list(`order parcel kettle ladder boiler router voucher mattress invoice garden fence lamp saddle carpet
window ticket locker filter meter tariff drawer cabinet bicycle helmet blanket charger tablet printer cable socket ladle toaster
hinge pillow curtain radiator thermostat mirror wardrobe bucket sofa cushion suitcase passport ferry cabin tunnel bridge harbour
stable barrel basket candle ribbon button collar sleeve jacket glove scarf boot sandal engine pedal mower rake shovel hose`);
export const verbs =
  list(`check move open send lift wrap paint measure polish replace label stack scan fold carry trace weigh
sort bundle repair unlock reset refresh trim adjust inspect collect deliver rotate connect drain heat cool seal bolt clamp`);
export const adjectives =
  list(`blue narrow heavy spare second upper wooden broken silent golden local early empty rough plain
gentle northern steep bright damp hollow fresh quiet rapid loose solid tiny proper former steady woollen copper`);
export const names =
  list(`Maria John Aisha Carlos Priya Olga Tom Lena Sam Nora Ivan Fatima Kwame Yuki Hannah Omar Grace Liam
Chloe Diego Anika Peter Ruth Tariq Elena Marco Noah Ines Pavel Dylan Sofia Ahmed Julia Bernd Callum Siobhan Melissa Rafael`);
export const days = list('Monday Tuesday Wednesday Thursday Friday Saturday');
export const months = list('January February March April June July August October November');

/** The team's macros: {name} {number} {date} {amount} {agent} {things} are slots. */
export const macros = lines(`
Thank you for calling Larkmere Living, my name is {agent}.
Hi {name}, thanks for getting in touch with Larkmere today.
For training and quality purposes this call may be recorded.
Could you please confirm your date of birth and the first line of your address?
I have now raised case number {number} with our dispatch team for you.
Your refund of {amount} will be back on your card by {date}.
Please allow up to {number} working days for the courier to collect the {things}.
I can see from here that your {things} left our warehouse on {date}.
As a gesture of goodwill I have added {amount} to your Larkmere wallet.
You will receive a short survey by text and we would love a score of ten.
Our engineers will be with you on {date} between eight and noon.
Have you already tried switching the unit off and on again at the wall?
Rest assured that we are doing everything we can to put this right.
Just so you know, the warranty on the {things} covers parts and labour.
To keep your account safe I need the two letters from your memorable word.
Under our terms and conditions a change of mind return costs {amount}.
Let me pop you on a brief hold while I speak to the depot.
I will send the prepaid label to your inbox within {number} minutes.
Thanks for your patience {name}, I really do appreciate you waiting.
Our head office team handle complaints about the {things} in writing only.
If you visit our help centre you will find a guide for your {things} there.
We value every member of the Larkmere family and want you to be happy.
The delivery slot that you booked for {date} is still showing as confirmed.
Before you go, may I tell you about our new care plan for {amount} a month?
`);

/** The small words that free sentences are built with. */
export const determiners = list('the a your our this that my his her their every some no another each');
export const prepositions = list(
  'of in on by near under over behind with without after before against past into from',
);
export const linkers = list('and but because while so though unless until if when or since whereas once');
export const helpers = list('can will may should must might would could never always often still hardly');
export const pronouns = list('i we you it they he she somebody nobody everyone');

/** Small talk and a task's short questions, which are no templates. */
export const small = lines(`
okay thank you
one moment
no problem
what is the order number
that is all done
you are welcome
yes of course
is it the big one
`);

/** Words that come or go without changing what is said. */
export const loose = list('just now then so really please also very');
