/** Salesforce Live Agent: the body of a LiveChatTranscript as a file of its own. */
import type { Reading } from '../model/conversation.ts';
import { chatBody, isChatBody } from './chat-body.ts';
import type { Input, Reader } from './reader.ts';
import { readingsOf } from './said.ts';
import { whole } from './whole.ts';

/** The body of a Salesforce chat transcript. */
export const salesforceLivechat: Reader = {
  id: 'salesforce-livechat',
  title: 'Salesforce chat transcript body',
  about:
    'The HTML body of a Salesforce LiveChatTranscript ("Chat Started: …"); in a table or JSON it is read as well.',
  endings: ['.html', '.htm', '.txt'],
  sniff: head => (isChatBody(head) ? 0.98 : 0),
  read,
};

async function* read(input: Input): AsyncGenerator<Reading> {
  const html = await whole(input, 'cut it into one file a chat');
  if (typeof html !== 'string') {
    yield { problem: html };
    return;
  }
  const { said, header } = chatBody(html, '');
  yield* readingsOf({ ...header, said }, { source: input.name, at: '', id: () => input.stem });
}
