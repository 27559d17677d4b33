/** Columns by the names exports give them, whatever their case, spaces and underscores; the first name found wins. */
import { folded } from '../filed/names.ts';
import { outcomeNames } from './outcome.ts';

export { folded } from '../filed/names.ts';

/** What a column can hold. */
export type Column = keyof typeof names;

const names = {
  conversation: `conversation_id convo_id conversation call_id interaction_id contact_id session_id transcript_id dialogue_id
    dialog_id thread_id incident_id conversation_identifier conversation_sid ticket_id case_id call_sid chat_id conversation_number call_number ticket call chat id`,
  speaker: `speaker_role sender_role author_role participant_role actor_type speaker_type sender_type role speaker sender author
    participant interlocutor speaker_label party user_type actor speaker_name sender_name author_name from who`,
  text: `text utterance_text message_text utterance message content body msg transcript transcription sentence
    spoken_text message_body body_text plain_body`,
  customerText:
    'customer_message customer_text customer_utterance customer_query client_message caller_text user_message',
  agentText:
    'agent_response agent_message agent_text agent_utterance agent_reply rep_response support_response',
  turn: `turn_number turn_index turn_no turn_id turn message_index message_number sequence_number sequence seq
    utterance_index utterance_number line_number position order index`,
  time: `seconds start_seconds offset_seconds start_time start offset start_ms offset_ms begin_offset_millis
    start_time_ms elapsed timestamp timestamp_ms entry_time time message_time sent_time created_at sent_at datetime date_time date`,
  agentId: 'agent_id rep_id advisor_id adviser_id operator_id representative_id employee_id',
  agentName:
    'agent_name rep_name advisor_name adviser_name operator_name representative_name agent representative',
  channel: 'channel channel_type medium media_type contact_channel',
  customerName: 'customer_name client_name caller_name member_name visitor_name customer',
  subject: 'subject topic intent category',
  queue: 'queue queue_name skill skill_group department',
  team: 'team team_name group site',
  language: 'language lang locale language_code',
  transcript: `transcript transcript_text full_transcript call_transcript chat_transcript transcription
    full_conversation conversation_text conversation_transcript conversation dialogue dialog chat_log chat context
    content body text`,
} as const;

/** Which cell of a row holds what; a column that is missing has no entry. */
export type Columns = Readonly<Partial<Record<Column, number>>>;

const lists = Object.fromEntries(
  Object.entries(names).map(([column, list]) => [column, list.split(/\s+/).map(folded)]),
) as Record<Column, string[]>;
const every = new Set(Object.values(lists).flat());

/** The place of the first name of a column among others' names, folded; -1 where none is there. */
export function rank(name: string, column: Column): number {
  return lists[column].indexOf(folded(name));
}

/** The column that holds a rating, by its place in the header; undefined where none does. */
export function ratingColumn(header: readonly string[]): number | undefined {
  const cells = header.map(folded);
  return outcomeNames.map(name => cells.indexOf(name)).find(at => at !== -1);
}

/** How many cells are names of columns we know. */
export function knownCells(cells: readonly string[]): number {
  return cells.filter(cell => every.has(folded(cell))).length;
}

/** All places in a header that can hold a column, the likeliest first. */
export function candidates(header: readonly string[], column: Column): number[] {
  const cells = header.map(folded);
  return lists[column].map(name => cells.indexOf(name)).filter(at => at !== -1);
}

/** Finds columns in a header, each cell used once, in the order asked. */
export function find(header: readonly string[], wanted: readonly Column[]): Columns {
  const found: Partial<Record<Column, number>> = {};
  const used = new Set<number>();
  for (const column of wanted) {
    const at = candidates(header, column).find(place => !used.has(place));
    if (at === undefined) continue;
    found[column] = at;
    used.add(at);
  }
  return found;
}
