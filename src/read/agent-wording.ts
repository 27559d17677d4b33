/** What the one who serves says. Each weight says how much it tells, and why; `evidence` sums them per speaker. */
import type { Wording } from './role-tables.ts';

export const agentWording: readonly Wording[] = [
  {
    id: 'answers-for-company',
    weight: 4,
    why: 'Answers the line or the chat in the name of a company.',
    says: `thank|thanks [you] for calling; thank|thanks [you] for contacting;
      thank|thanks [you] for getting in touch; thank|thanks [you] for reaching out; youre through to;
      you are through to; you have|youve reached; youre|you are [now] chatting with;
      youre|you are speaking with|to; who am i speaking with|to; whom am i speaking with|to;
      who do i have the pleasure; do i have the pleasure; recorded line; calls|chats|conversations are|may|might [be] recorded|monitored; training and|or|purposes quality|monitoring|training|purposes; quality assurance|purposes|and; greetings of the day; how may|can i;
      call is|may|will|maybe [be] [being] recorded|monitored; calls are|may recorded|monitored|be`,
  },
  {
    id: 'offers-help',
    weight: 4,
    why: 'Asks what can be done for the other.',
    says: `how can|may|could|might i|we help|assist|be|direct|best|make|support|serve;
      how can|may|could i|we * help|assist|support; what can|could|may i|we do for you;
      what can|could|may i|we help|assist|get; how might i assist; here to help|assist;
      happy|glad|pleased|delighted to help|assist; able to help|assist you; like|love to help|assist;
      can|will help|assist you with; let me help|assist;
      i|we|ill|well [can] [definitely|certainly|absolutely] help|assist you; whats going on today;
      what seems to be`,
  },
  {
    id: 'speaking',
    weight: 2,
    where: 'opening',
    why: 'Gives a name the way a line is answered.',
    says: `^ [hi|hello|hey|good|gday] [morning|afternoon|evening] [*] * here; * speaking;
      its|this is * from|at|with; * * this is * $;
      ^ you have|youve; ^ youre through; hows things|you|your|it going; whats up|cooking|happening;
      what can|have|has|do i|they|you|happened; * speaking $; * speaking how|what|good|can;
      my name is * and; my names * and; my name is * with|from; this is * with|from|in|at;
      * here how|what; * here $; this is * how|what|may|can|thank|and;
      service|support|desk|care|billing|claims|reservations|department this is *`,
  },
  {
    id: 'anything-else',
    weight: 3.5,
    why: 'Closes by asking for more to do.',
    says: `anything else i|we|that|you|with|today; anything else can|could; is|was there anything else;
      something else i can; anything further i|we; will that be all; have i answered;
      have any further|other|more questions; have any questions; any other questions;
      any further questions|assistance`,
  },
  {
    id: 'asks-account-data',
    weight: 2.5,
    why: 'Asks for what identifies the other.',
    says: `whats the|your * ?; whats the|your * *; read it|that|me to|out|the;
      you got|have|had on|that|it|the; is that|this the|a|right|correct|an;
      are you on|in|with|at|there|ok|okay|safe;
      can|could|may i [please|just] have|get|take|grab|ask|start|verify|confirm;
      can|could|may we have|get;
      can|could|would|will you [please|just] confirm|verify|provide|spell|share;
      would you mind confirming|providing|sharing|verifying; could|can you give me the|your;
      whats|what is|was your|the [full] name|number|email|address|order|account|postcode|zip|phone;
      whats|what is|was your|the * name|number|email|address|code|id;
      have|got your|the|an [order|account|booking|case|reference|policy|tracking|confirmation|member] number handy;
      do you have your|the|an [order|account|booking|case|reference|policy|tracking|confirmation|member] number;
      for security|verification; to verify|pull|locate your|the; verify your|the|some|a|you;
      ill|i will just need your|the|to|a; and your|the name|email|postcode|zip|phone|dob|address;
      date of birth ?; could|can i get your; number on the account; name on the account; account|order|reference|booking|policy number please|?; ^ account|order|reference|booking|policy number|name $; who am i`,
  },
  {
    id: 'looks-up',
    general: true,
    weight: 2,
    why: 'Has the file before them and looks in it.',
    says: `i have|ive [just|now] noted|marked|asked|paused|checked|refunded|fixed|spoken|requested|ordered|arranged|extended|held|logged; 
      ill|i will text|ring|phone|walk|note|leave|keep|wait|chase|try|stay|drop|pop|hold|sort|write|get|let|be;
      im putting|sending|moving|adding|calling|ringing|writing|taking|refunding|giving|cancelling|canceling|sorting|marking|noting;
      i have your; ive rung|added|called|written|asked|left|told|taken|popped|given|saved|left;
      i have|ive|see|got you|your; i can see; pre authorise|authorize|authorised;
      let me [just|quickly] check|look|pull|see|take|have|bring|verify|find|get|go|transfer|put|confirm|review|know;
      ill|i will [just] check|pull|transfer|connect|escalate|note|forward|arrange|email|process|issue|refund|go|submit|update|waive|raise|put|send|get|add|mark|make|book|order|reset|flag;
      i can see|offer|arrange|send|book|confirm|do|refund|check|set|waive|issue|process|get|put|transfer|schedule|add;
      i [do] see [here] that|you|your|the|two|it|a|an|on;
      im [just] showing|pulling|bringing|looking|checking|seeing|going;
      ive [just|now] processed|refunded|issued|credited|submitted|added|updated|cancelled|canceled|escalated|noted|gone|applied|booked|raised|opened|scheduled|sent|put|got|pulled|reset|removed|waived|flagged|changed|marked|moved|emailed|set;
      i have [just|now] processed|refunded|issued|credited|submitted|added|updated|cancelled|canceled|escalated|noted|gone|applied|booked|raised|opened|scheduled|reset|removed|waived|your;
      on my end|screen|side; got your account|order|file|booking|details;
      i show|have you|your|that|it as|listed|on|for`,
  },
];
