/** HTML bodies to the text a person sees: one line a paragraph, entities resolved, quoted mail left out. */
import { Parser } from 'htmlparser2';

const blocks = new Set(
  'p div br li ul ol tr table h1 h2 h3 h4 h5 h6 hr pre section article header footer dd dt dl blockquote'.split(
    ' ',
  ),
);
const unseen = new Set('script style head title template svg'.split(' '));
/** Where mail programs put the message that is answered. */
const quote =
  /(?:^|\s)(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|freshdesk_quote|front-blockquote)(?:\s|$)/;
const quoteId =
  /^(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)$/;

/** The text of an HTML body. `quoted: false` leaves out the message that a mail answers. */
export function textOf(html: string, { quoted = true }: { readonly quoted?: boolean } = {}): string {
  let text = '';
  let hidden = 0; // how many open elements around this place are not shown
  let over = false; // from here on all is the message answered
  const open: { readonly name: string; readonly hides: boolean }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!quoted && quoteId.test(attributes.id ?? '')) over = true;
      const hides =
        unseen.has(name) || (!quoted && (name === 'blockquote' || quote.test(attributes.class ?? '')));
      open.push({ name, hides });
      if (hides) hidden++;
      if (name === 'br' || blocks.has(name)) text += '\n';
      if (name === 'img' && hidden === 0 && !over && /\S/.test(attributes.alt ?? '')) text += attributes.alt;
    },
    ontext(data) {
      if (hidden === 0 && !over) text += data.replace(/\s+/g, ' ');
    },
    onclosetag(name) {
      const closed = open.pop();
      if (closed?.hides === true) hidden--;
      if (name !== 'br' && blocks.has(name)) text += '\n';
    },
  });
  parser.end(html);
  return text
    .split('\n')
    .map(line => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether a text is HTML: some bodies are one or the other under the same key. */
export function isHtml(text: string): boolean {
  return /<(?:p|div|br|span|a|b|i|strong|em|ul|ol|li|h\d|table|html|body|blockquote|img)\b[^<>]*>/i.test(
    text,
  );
}
