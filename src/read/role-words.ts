/**
 * Words that name a party. A word means the same in every format, save `user` and `human`: the customer in one
 * export and the operator in the next, so they count only where an agent word stands opposite.
 */
import type { Speaker } from '../model/conversation.ts';

const words: Readonly<Record<Speaker | 'doubtful', string>> = {
  agent: `agent, human agent, live agent, rep, representative, advisor, adviser, operator, csr, consultant, associate,
    support, support agent, support team, customer support, customer service, customer care, customer success,
    customer relations, customer experience, client services, member services, patient services, guest services,
    help desk, helpdesk, service desk, tech support, technical support, specialist, technician, dispatcher, clerk,
    teller, banker, receptionist, assistant, staff, employee, teammate, admin, counselor, counsellor, manager, supervisor,
    team lead, team leader`,
  customer: `customer, caller, client, member, visitor, guest, patient, passenger, contact, end user, enduser,
    prospect, lead, consumer, buyer, shopper, subscriber, policyholder, policy holder, account holder, cardholder,
    card holder, tenant, applicant, claimant, requester, requestor`,
  bot: `bot, ivr, va, ai, virtual assistant, virtual agent, chatbot, chat bot, voicebot, voice bot, ai agent,
    ai assistant, automated agent, automated assistant, automated system, digital assistant, auto attendant`,
  system:
    'system, system message, event, notification, automated message, automatic message, recording, recorded message',
  doubtful: 'user, human',
};

/** Role words in lower case, each with its role; `doubtful` needs an agent opposite to be a customer. */
export const roleWords: ReadonlyMap<string, Speaker | 'doubtful'> = new Map(
  (Object.keys(words) as (keyof typeof words)[]).flatMap(role =>
    words[role].split(/,\s*/).map(word => [word, role] as const),
  ),
);

/** Lower-case words that may stand before a role word: `customer service representative`, `sales agent`. */
export const qualifiers: ReadonlySet<string> = new Set(
  `customer client member patient guest service services support care success call contact center centre sales
   technical tech account accounts billing claims insurance life health bank banking booking reservations first
   second senior junior lead human live chat phone video virtual prospective potential new existing former current
   travel retention collections loan mortgage field the our your`.split(/\s+/),
);

/** Words that after a role word make a form field of it and not a party: `Agent ID`, `Customer since`. */
export const fieldWords: ReadonlySet<string> = new Set(
  `id ids name names number no notes note email phone info information details summary since type satisfaction
   feedback rating score status code reference account address language location group queue team email
   sentiment history profile segment response message comment`.split(/\s+/),
);
