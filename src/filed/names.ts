/**
 * What exports file a conversation under, by the names they give it. The known ones get one name each, so that
 * `--where team=Lisbon` fits whatever the column was called; every other key keeps the name its source gave it.
 */

/** Names that mean the same to everybody, each with the usual other ones, the surest first. */
const synonyms = {
  queue: 'queue queue_name skill skill_group skill_name department department_name inbox mailbox',
  team: 'team team_name agent_team agent_group group group_name site team_id team_assignee_id group_id',
  date: `date conversation_date call_date chat_date contact_date interaction_date created_at created started_at start_date
    start_time started date_time datetime timestamp created_time created_date call_start conversation_start_time opened_at`,
  language: 'language lang locale language_code main_language',
  handleTime: `handle_time handle_time_seconds handle_time_s handle_time_ms handle_time_minutes handling_time aht
    total_handle_time average_handle_time call_duration conversation_duration duration duration_seconds duration_secs
    duration_s duration_ms duration_minutes talk_time`,
  csat: `csat csat_score csat_rating customer_satisfaction customer_satisfaction_score customer_satisfaction_rating
    satisfaction_score satisfaction_rating satisfaction`,
  nps: 'nps nps_score',
  ces: 'ces ces_score customer_effort_score',
  tags: 'tags tag_names labels tag',
  priority: 'priority',
} as const;

/** A key with a meaning of its own. */
export type KnownKey = keyof typeof synonyms;

/** A name with all but its letters and digits gone; `CSAT__c` is how Salesforce marks fields of one's own. */
export function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/__c$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const known = new Map<string, { key: KnownKey; rank: number }>();
for (const [key, names] of Object.entries(synonyms))
  for (const [rank, name] of names.split(/\s+/).entries())
    known.set(folded(name), { key: key as KnownKey, rank });

/** The known key a name means, and how far down its list the name stands; undefined for a key of the source's own. */
export function knownKey(name: string): { readonly key: KnownKey; readonly rank: number } | undefined {
  return known.get(folded(name));
}
