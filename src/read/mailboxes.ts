/** Who is of the house in a mail thread: whoever writes from a role mailbox (support@…), or from the domain of one. */
import type { Speaker } from '../model/conversation.ts';
import type { Party } from './compose.ts';

const ROLE_MAILBOX =
  /^(?:support|help|helpdesk|service|services|care|customer[._-]?(?:service|care|support|success|relations)|contact|info|hello|team|billing|accounts?|complaints?|enquir(?:y|ies)|inquiries|sales|bookings?|claims|returns|orders|servicedesk|kundenservice|kontakt|feedback)(?:[+._-].*)?@/i;
const PUBLIC =
  /@(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|gmx|web|proton|protonmail|mail|btinternet|sky|virginmedia)\./i;
const AUTOMATIC = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster)[^@]*@/i;

/** Who writes from an address of the house: a mailbox many share says no more than the name on it. */
export function partyAt(address: string, name: string): Party | undefined {
  const own = name === address || name === '' ? undefined : name;
  if (ROLE_MAILBOX.test(address)) return own === undefined ? undefined : { id: own, name: own };
  return own === undefined ? { id: address } : { id: address, name: own };
}

/** The role behind each address of a thread, from all addresses in it; none where there is no role mailbox. */
export function rolesOf(addresses: readonly string[]): (address: string) => Speaker | undefined {
  const houses = addresses
    .map(address => address.toLowerCase())
    .filter(address => ROLE_MAILBOX.test(address))
    .map(address => (PUBLIC.test(address) ? address : address.slice(address.indexOf('@'))));
  return address => {
    if (AUTOMATIC.test(address)) return 'bot';
    if (houses.length === 0 || address === '') return undefined;
    return houses.some(house => address.toLowerCase().endsWith(house)) ? 'agent' : 'customer';
  };
}
