/** Slack's text notation to what people read: mentions, links and entities. */

/** The words of a message; `nameOf` gives the name behind a user's id. */
export function slackText(
  text: string,
  nameOf: (id: string) => string | undefined = () => undefined,
): string {
  return text
    .replace(/<@([UWB]\w+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `@${name || nameOf(id) || id}`)
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(/<!subteam\^\w+\|([^>]*)>/g, '$1')
    .replace(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto|tel):[^|>]*)\|([^>]*)>/g, '$2')
    .replace(/<((?:https?|mailto|tel):[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
