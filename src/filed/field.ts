/** What a conversation can be filtered and grouped by: what its source files it under, and what it is itself. */
import type { Conversation } from '../model/conversation.ts';
import { monthIn, weekOf } from './dates.ts';
import { folded, knownKey } from './names.ts';

/** A conversation as far as filters and groups ask. */
export type Filed = Pick<Conversation, 'id' | 'channel' | 'agent' | 'outcome' | 'metadata'>;

/** Made from the date. */
const made = { week: weekOf, month: monthIn, day: (date: string) => date.slice(0, 10) } as const;

/** The values of a key, by whatever usual name it is asked; none where the conversation does not say. */
export function valuesOf(filed: Filed, name: string): readonly (string | number)[] {
  const asked = folded(name);
  const own = entry(filed.metadata, name, asked);
  if (own !== undefined) return [own];
  if (asked === 'id' || asked === 'conversation') return [filed.id];
  if (asked === 'channel') return filed.channel === undefined ? [] : [filed.channel];
  if (asked === 'agent')
    return [filed.agent.id, ...(filed.agent.name === undefined ? [] : [filed.agent.name])];
  if (Object.hasOwn(made, asked)) {
    const date = filed.metadata?.date;
    const value = typeof date === 'string' ? made[asked as keyof typeof made](date) : null;
    return value === null ? [] : [value];
  }
  const { outcome } = filed;
  return outcome !== undefined &&
    (asked === folded(outcome.name) || asked === 'outcome' || asked === 'rating')
    ? [outcome.value]
    : [];
}

/** The keys a conversation can be asked for. */
export function keysOf({ channel, metadata, outcome }: Filed): string[] {
  return [
    'agent',
    ...(channel === undefined ? [] : ['channel']),
    ...Object.keys(metadata ?? {}),
    ...(typeof metadata?.date === 'string' && weekOf(metadata.date) !== null ? ['week', 'month', 'day'] : []),
    ...(outcome === undefined ? [] : ['rating']),
  ];
}

function entry(metadata: Filed['metadata'], name: string, asked: string): string | number | undefined {
  if (metadata === undefined) return undefined;
  const known = knownKey(name)?.key;
  if (known !== undefined && metadata[known] !== undefined) return metadata[known];
  if (Object.hasOwn(metadata, name)) return metadata[name];
  const key = Object.keys(metadata).find(one => folded(one) === asked);
  return key === undefined ? undefined : metadata[key];
}
