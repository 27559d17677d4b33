/** Who takes part in a conversation, by name: what `Tokens.reset` takes, so that everybody knows the same names. */
import type { Conversation } from '../model/conversation.ts';

/** The names of a conversation's agents and customer, each once. */
export const partyNames = ({ agent, customer, turns }: Conversation): string[] => [
  ...new Set([agent.name, customer?.name, ...turns.map(turn => turn.agentName)].map(name => name ?? '')),
];
