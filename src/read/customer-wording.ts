/** What the one who is served says. Weights as in `agent-wording`; `evidence` counts them against the agent. */
import type { Wording } from './role-tables.ts';

const things =
  `order|orders|account|card|bill|package|parcel|phone|internet|wifi|router|flight|booking|subscription|policy|
  payment|refund|device|laptop|computer|delivery|password|statement|contract|plan|line|number|reservation|claim|ticket|
  insurance|prescription|appointment|bank|money|loan|mortgage|house|car|deposit|service|email|app|invoice|seat|luggage|
  bag|bags|case|printer|tv|heating|boiler|meter|rent|membership|gift|item|stuff|hotel|room|broadband|address|name`.replace(
    /\s+/g,
    '',
  );

export const customerWording: readonly Wording[] = [
  {
    id: 'states-problem',
    weight: 2.5,
    why: 'Brings a matter of their own.',
    says: `
      it|app|website|site|screen|bill|page|error|message|letter|email|still|thing|form|portal|system [still|just] says|said|keeps|wont|doesnt|isnt;
      says it|i|the|its|my|that|theyre|error|expired|not; the thing is;
      my [*] [*] isnt|is|was|got|has|wont|doesnt|keeps|never|says;
      calling|ringing|writing|contacting|phoning [in] about|because|to|regarding|cos|as my|i|me|the|a|an|see|cancel|find|ask|check|dispute|report|change|make|get|let|say|complain|someone;
      im|was|am having|trying|wondering|looking|hoping|getting|supposed|told|charged|locked|stuck|calling|ringing;
      i cant|cannot|couldnt [seem|even|get|log|find|access|figure|open|use|see|afford|pay];
      i cant|cannot get|log|find|access|figure|open|use|see|afford|seem|pay|even|work|reach|believe|keep|sign;
      i have|ive|got a question|problem|issue|complaint; have|got a question|problem|issue;
      having trouble|issues|problems|an|a|some; i keep|kept getting;
      wont|doesnt|isnt|not|stopped work|working|let|turn|charge|load|connect|start|open;
      i just|only|recently got|received|bought|noticed|saw|want|need|wanted|ordered|paid;
      theres a charge|problem; has|have not arrived|come|shown;
      hasnt|havent|never|not arrived|come|received|heard|shown|gotten|got|turned|been`,
  },
  {
    id: 'wants',
    general: true,
    weight: 2,
    why: 'Asks for something to be done.',
    says: `help me; need|want|trying help|to; is it possible|that|normal|because; @support help;
      id|i like|want|need|wanted|would to|like|my|a|it|the|this [to] cancel|return|change|book|dispute|order|speak|know|close|take|get|make|talk|switch|update|find|check|see|pay|move|report|have|add|remove|sort;
      i want|need|wanted|demand my|a|it|the|this|to; id like|need to|a|my; i would like to|a;
      can|could|would you [please|just] help|explain|fix|cancel|change|send|see|make|refund|waive|sort|do|tell me|my|it|this|if;
      can|could|will someone|somebody|anyone|u;
      can i just|still|use|change|cancel|keep|pay|return|talk|speak|not; need|want|get|some help;
      speak|talk to|with a|your|the|someone|somebody|an manager|supervisor|human|person|actual|real|about|who|in;
      get me a|your|the manager|supervisor; how do|can|would i;
      do|would|will|should i need|have|get|be|still|want|lose; what do|should|am i;
      is there any|a way|chance; when will|can|is|are i|my|it|the|this|they;
      how long|much will|is|does|do|would|longer|am it|that|this|i|the;
      why|when|where is|was|am|did|do|are|cant|has|does|would my|i|the|you|it|this|there|your|u`,
  },
  {
    id: 'own-things',
    weight: 1,
    why: 'Speaks of their own order, account or device.',
    says: `my ${things}; my * ${things}`,
  },
  {
    id: 'own-people',
    general: true,
    weight: 1.5,
    why: 'Speaks of their own family and home.',
    says: `
      my mum|mom|mother|dad|father|husband|wife|son|daughter|kids|kid|partner|brother|sister|nan|gran|grandma|grandmother|grandad|boyfriend|girlfriend|parents|family|boss|job|dog|cat|landlord|doctor|baby|birthday|wedding|life|aunt|uncle|sons|daughters|mums|moms|wifes|husbands`,
  },
  {
    id: 'did',
    weight: 2,
    why: 'Tells what they bought, paid or were told.',
    says: `years ago;
      i [have|ve] [already|just|only|never|even|still] ordered|bought|purchased|paid|received|signed|returned|tried|called|rang|emailed|got|phoned|booked|waited|spent|spoke|requested|subscribed|switched|downloaded;
      ive [already|just|only|never|even|still] ordered|bought|purchased|paid|received|been|signed|returned|tried|called|rang|emailed|had|phoned|waited|spent|spoken|lost|never;
      i was|got told|charged|promised|given|quoted|billed|overcharged|sent|hung|double;
      charged me|twice|my; told me|that|us i|it|that|he|she|they|you|someone|to;
      you|they sent|charged|told|said|took|people|guys|promised|cancelled|canceled|lost me|my|it|that|i|to|us|are|have;
      i didnt|never|dont|havent|wasnt order|get|receive|sign|authorize|know|understand|want|think|recognise|recognize|care|have|heard|even|make|agree;
      i dont|didnt know|understand|want|think|care|have|need|recognise|recognize|get`,
  },
  {
    id: 'tells',
    general: true,
    weight: 0.7,
    why: 'Tells a story in the first person; agents do too, but less.',
    says: `i was|am|have|had|got|get|went|need|tried|try|did|do;
      and|but|so|when|because|then|now|since|if i; i think|thought|guess|mean|know|dont`,
  },
  {
    id: 'complains',
    weight: 2,
    why: 'Complains about the company to the company.',
    says: `you guys|people|lot|folks;
      your company|people|colleague|driver|drivers|competitor|competitors|engineer|store|bank|lot;
      third|fourth|second|fifth|sixth|last|every time i|ive|this; on hold for;
      been waiting|on|trying|holding|calling|with|a|charged|told|paying;
      ridiculous|unacceptable|scam|disgusting|disgrace|disgraceful|rubbish|joke|pathetic|appalling|terrible|horrible|worst|wtf|useless|shocking|fuming|awful|robbery|absurd|outrageous|stupid;
      im|i [am] [so|really|very|just|getting|a|bit|pretty|extremely] frustrated|upset|annoyed|disappointed|angry|furious|worried|confused|fed|sick|tired|stressed|scared|desperate|mad;
      customer|member|loyal for [over] *; no one|nobody has|is|will|can|seems|ever|answers|knows;
      fix this|it|your|that; any update|updates|news|chance|idea|reason; help ?; help please|me|$;
      please help|fix|sort|refund`,
  },
  {
    id: 'ends',
    general: true,
    weight: 2,
    where: 'closing',
    why: 'Has what they came for, and thanks.',
    says: `thank|thanks * $; ^ thanks|ta|cheers $; bless you;
      youre [a] [an] star|legend|angel|unreal|good|brilliant|lovely|great|lifesaver;
      legend|brilliant|perfect|cheers|ta $; that|it worked;
      thank|thanks [you] for your|all|the|helping [your|the] help|assistance|$|time|me|quick;
      thank|thanks [you] so|very much;
      youve been [so|very|really|a|most] great|helpful|kind|wonderful|lovely|amazing|star|patient|nice;
      thats|that all|it|everything|is|was|will [be|it|all] i|for|$|all|it|needed|thanks|thank;
      no [thats|that] [is] all|it|everything|nothing; nothing else; nope|no thats;
      no thank|thanks [you]; appreciate it|the|your help;
      that helps|worked|works|would|sounds [a|be] lot|great|good|perfect|fine; you too;
      ^ okay|ok|alright|great|perfect|right|oh|awesome|cool|brilliant|lovely thank|thanks`,
  },
  {
    id: 'answers',
    general: true,
    weight: 0.7,
    why: 'Answers briefly what was asked.',
    says: `^ yes|yeah|yep|sure|no|nope|ok|okay|yup|correct|right|fine|alright|mhm $;
      ^ yes|yeah|yep|sure|no|ok|okay please|its|it|i|thats|that|my|sir|maam|mam|um|uh|we;
      ^ sure|yes|yeah|ok|okay [uh|um] its|it|my|the;
      ^ [its] [it] [is] [uh|um] one|two|three|four|five|six|seven|eight|nine|zero|oh|double one|two|three|four|five|six|seven|eight|nine|zero|oh|double one|two|three|four|five|six|seven|eight|nine|zero|oh|double;
      ^ i|i guess; i guess|suppose; i see $`,
  },
];
