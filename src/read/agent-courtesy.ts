/** What the one who serves says besides: waiting, apologies, directions, courtesies. Weights as in `agent-wording`. */
import type { Wording } from './role-tables.ts';

export const agentCourtesy: readonly Wording[] = [
  {
    id: 'holds',
    weight: 2.5,
    why: 'Keeps the other waiting, and thanks for it.',
    says: `stay on|connected|with; hold on|the|while; one|a sec|second|moment|tick; while i|we;
      give us|me a; bear with me; put|place|placing|putting you on; please hold|wait|stand|bear|allow;
      one moment|second please|while; just a moment|second please|while;
      give me a|one|just moment|second|minute|a; for|your patience;
      thank|thanks [you] for holding|waiting|bearing|confirming|verifying|providing|sharing|that|your|letting|bringing|being|choosing|shopping|taking|flagging|joining;
      sorry to keep you; transfer you|your; connect you; are you still there|with`,
  },
  {
    id: 'speaks-for-we',
    general: true,
    weight: 1.5,
    why: 'Says "we" and "our" for the company: policy, teams, records.',
    says: `as per the|our|company|your; terms and conditions; we|i are|am unable to; under section *; 
      our policy|system|records|team|teams|terms|engineers|technicians|warehouse|drivers|website|site|app|specialists|support|customers|customer|members|guests|office|end|side|agents|stores|store|apologies|services|service|billing|claims|retention|courier|partner|department|page|fault|mistake|error;
      unfortunately we|i|our|the|your|that|this;
      we apologise|apologize|appreciate|value|regret|require|recommend|offer|ask|do|can|cant|cannot|will|would|are|have|don|dont|only|also;
      were sorry|here|happy|working|aware|looking|always|glad;
      well be|get|send|have|look|need|make|take|do|let; wed be|like|love|need|want|hate|appreciate;
      business|working days; per our; according to our|the|my; company policy`,
  },
  {
    id: 'apologises',
    weight: 2.5,
    why: 'Apologises for what befell the other.',
    says: `apologise|apologize for|that|about; apologies for; my apologies;
      sorry for the|any|your|this|that|all; sorry about the|that|this|your|all|any; sorry to hear;
      sorry youre|you|youve|your|that|its;
      for the|any inconvenience|frustration|trouble|confusion|delay; the|any inconvenience;
      hate to hear; not what we|i`,
  },
  {
    id: 'understands',
    general: true,
    weight: 1.5,
    why: 'Takes up what the other feels or went through.',
    says: `no worries|problem|need|rush; of course; dont|please|do not worry; dont you|hang|go;
      thats on us|me; you did|were|are right|the|nothing; good|well done|spotted|catch;
      im|am|was [so|really|very|truly] [terribly] [deeply] sorry;
      sorry you|about|for|to|it|that|again|and; i promise|assure you; do my|our best; breathe;
      i|we [can|do] [completely|totally|certainly|fully|definitely|absolutely] understand how|your|why|the|that|where|this|and;
      i hear you; that sounds|mustve|must; i can imagine|hear|understand;
      your frustration|concern|concerns|feedback|loss|understanding|request|experience|situation;
      take your time; are you|how are|hows you|your|things|holding; no need to apologise|apologize;
      i would be too`,
  },
  {
    id: 'asks-for-rating',
    weight: 3,
    why: 'Asks to be rated.',
    says: `brief|short|quick|satisfaction survey; survey about|after|at|on|regarding; rate my|our|your|this|the; valued customer|member|guest|client;
      hear from you how; leave feedback|us|a`,
  },
  {
    id: 'courtesy',
    general: true,
    weight: 1.5,
    why: 'The courtesies of service.',
    says: `youre [very|most|so] welcome; you are [very|most] welcome; my pleasure;
      valued customer|member|guest|client;
      have a great|good|lovely|nice|wonderful|fantastic|blessed|pleasant|amazing|safe;
      enjoy your|the rest; feel free to; do not hesitate; dont hesitate;
      certainly|absolutely i|let|id|ill; rest assured; i [do] appreciate your; appreciate you|your;
      no worries|problem at all; thank you|thanks mr|mrs|ms|miss|mister; good|great news; 
       customer service|care|support|relations team`,
  },
  {
    id: 'links',
    general: true,
    weight: 1.5,
    why: 'Gives a link.',
    says: 'https',
  },
  {
    id: 'points-to-help',
    weight: 2,
    why: 'Hands out links, steps and ways to reach the company.',
    says: `help|helps https; hope this|that|it helps;
      this|that|article|link|these may|should|will|can help; steps|article|guide;
      click|here|link https;
      within [the] [next] [*] hour|hours|day|days|minutes|business|working|24|48|limit;
      more info|information|details|help;
      please [dm|send|follow|visit|let|share|note|contact|call|reach|provide|try|check|reply|click|go|make|ensure|confirm|email|feel|include] us|me|the|your|a|this|that|our|out|here|to;
      please dm|visit|note|follow|provide|reply|ensure|try|confirm; dm us|me; via dm|pm;
      us a|via|with|through|at [dm|pm|private|direct|message|note|quick]; let us|me know;
      so we|i can|may`,
  },
  {
    id: 'directs',
    general: true,
    weight: 1.5,
    why: 'Tells the other what to do and offers to go on.',
    says: `try|open|choose|click|tap|select|press the|your|this|on|a|out|it|again; go to|ahead|on|into;
      if you|your have|need|would|are|want|still|get|do|like|can|could|run|experience|continue|prefer;
      kindly; check|see|look out|your|this|here; please;
      will be with|able|there|in|sent|back|credited|refunded; let us|me take|look|help|check|see;
      we can|could|ll|will help|look|get|check|assist|take|send|arrange;
      you can|may|could|will [also|always|now|then] find|reach|call|visit|contact|use|see|check|go|try|expect|receive|need|get|return|do|log|track|follow|request;
      youll|you will|youd|you should see|receive|get|need|be|have|hear|find|want;
      would you like|prefer|be|rather|mind|care; would that|it work|be|suit|help;
      does that|it work|help|make|sound|suit;
      are you|is it able|happy|available|using|seeing|still|getting|having|calling|on|located;
      have you tried|already|checked|been|got|had|contacted;
      did you|it|they happen|get|receive|try|want|notice|have|see;
      which|what * are you|would|is|did|do|were; when did|was|were you|the|this|it`,
  },
  {
    id: 'calls-out',
    weight: 2.5,
    where: 'opening',
    why: 'Calls in the name of a company.',
    says: `calling from|with|on; reason for|of my|the|this|todays call;
      calling|reaching|following to|out|up follow|on|because|regarding you|up|your;
      am i speaking with|to; may|can|could i speak to|with *; is this|now a good|bad|okay time;
      on behalf of; calling about|regarding your; returning your call`,
  },
  {
    id: 'addresses',
    general: true,
    weight: 0.5,
    why: 'Sir, madam and titles: oftener towards the customer, but not only.',
    says: `sir; maam; mr|mister|mrs|ms|miss *; hi|hello|hey there`,
  },
];
