/** Dialpad: lines of a call, of which only `transcript` lines were said; a user is the agent, a contact the customer. */
import { z } from 'zod';
import { readerOf } from './declared.ts';
import { id, listOf, raw, text, words } from './fields.ts';
import type { Said, Told } from './said.ts';
import { instant } from './span.ts';

const Line = z.object({ type: text, content: words, name: text, time: raw, user_id: id, contact_id: id });
const Transcript = z.object({ call_id: id, lines: listOf(Line) });
type Transcript = z.infer<typeof Transcript>;

/** Call transcripts of Dialpad. */
export const dialpad = readerOf<Transcript>({
  id: 'dialpad',
  title: 'Dialpad',
  about: 'Call transcripts of Dialpad; its moments and questions between the lines are left out.',
  signs: [
    ['lines[].content', 'lines[].type', 'lines[].time'],
    ['call_id', 'lines[].content'],
  ],
  schema: Transcript,
  told,
});

function told({ call_id: call, lines }: Transcript): Told {
  const spoken = lines.filter(line => line.type == null || line.type === 'transcript');
  const said = spoken.map((line, i): Said => {
    const name = line.name ?? undefined;
    const role =
      line.user_id !== undefined ? 'agent' : line.contact_id !== undefined ? 'customer' : undefined;
    return {
      by: name ?? line.user_id ?? line.contact_id ?? '',
      role,
      agent: { id: line.user_id, name },
      text: line.content,
      time: instant(line.time),
      at: `line ${i + 1} of the call`,
    };
  });
  const customer = spoken.find(line => line.user_id === undefined && line.contact_id !== undefined)?.name;
  const leftOut = { moment: lines.length - spoken.length };
  return { id: call, channel: 'call', customer: customer ?? undefined, said, leftOut };
}
