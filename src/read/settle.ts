/**
 * The last look at a conversation's roles, the same for every format: what the user says of the speakers goes before
 * what the source says, and a source whose words strongly say the opposite of its roles is named.
 */
import type { Reading, Speaker } from '../model/conversation.ts';
import { sameName, type Told } from './cast.ts';
import { labelsOf, recomposed } from './compose.ts';
import { contradicted } from './infer.ts';
import { doubtful, quoted, some } from './problem.ts';
import { bare } from './speakers.ts';

/** What the user may say of speakers. */
export interface Said {
  readonly roles?: ReadonlyMap<string, Speaker> | undefined;
  readonly agentNames?: readonly string[] | undefined;
  /** Leaves out what is only said about conversations and changes none of them. */
  readonly unchecked?: boolean | undefined;
}

/** Settles readings one by one; `end` tells what the user said that no reading had a use for. */
export interface Settler {
  each(reading: Reading): Iterable<Reading>;
  end(): Iterable<Reading>;
}

/** The settler for what the user says. */
export function settler({ roles, agentNames, unchecked = false }: Said): Settler {
  if (roles === undefined && agentNames === undefined)
    return { each: unchecked ? reading => [reading] : checked, end: () => [] };
  const told: Told = {
    roles: new Map([...(roles ?? [])].map(([label, role]) => [bare(label).toLowerCase(), role])),
    agentNames,
  };
  const labels = new Set<string>();
  return {
    each(reading) {
      for (const label of labelsOf(reading)) labels.add(label);
      const anew = recomposed(reading, told);
      return anew[0] === reading ? [turned(reading, told.roles)] : anew;
    },
    end() {
      if (labels.size === 0) return [];
      const all = [...labels];
      const plain = new Set(all.map(label => bare(label).toLowerCase()));
      const unused = [
        ...[...(roles?.keys() ?? [])]
          .filter(label => !plain.has(bare(label).toLowerCase()))
          .map(label => `--roles ${label}`),
        ...(agentNames ?? [])
          .filter(name => !all.some(label => sameName(name, label)))
          .map(name => `--agent-names ${name}`),
      ];
      const reason = `no speaker of the input is called so; there are: ${some(all.toSorted().map(label => quoted(label)))}`;
      return unused.map(flag => ({ problem: doubtful(flag, '', reason) }));
    },
  };
}

/** Roles changed by role, where the source gives nothing but roles. */
function turned(reading: Reading, roles: Told['roles']): Reading {
  if ('problem' in reading || roles === undefined) return reading;
  const { conversation } = reading;
  const turns = conversation.turns.map(turn => ({
    ...turn,
    speaker: roles.get(turn.speaker) ?? turn.speaker,
  }));
  return { ...reading, conversation: { ...conversation, turns } };
}

function* checked(reading: Reading): Generator<Reading> {
  yield reading;
  if ('problem' in reading || reading.conversation.inferred !== undefined) return;
  const { conversation, source, at } = reading;
  const sure = contradicted(conversation.turns, conversation.channel);
  if (sure === null) return;
  const reason = `conversation "${conversation.id}": the one called agent speaks as a customer, and the other way round; if the source has them swapped, say so with --roles agent=customer,customer=agent`;
  yield { problem: doubtful(source, at, reason) };
}
