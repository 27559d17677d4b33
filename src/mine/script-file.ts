/**
 * Script files, as `mine` writes them and people edit them: YAML, or JSON, which YAML holds. Reading names every fault
 * at once, with line and column.
 */
import { createHash } from 'node:crypto';
import { Document, isNode, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { UsageError } from '../errors.ts';
import { type ScriptEntry, ScriptFile } from './script-entry.ts';

const HEADER = ` Recurring wording of your agents, found by "unscripted mine". It is yours to edit, and is used with
   unscripted score CALLS --scripts THIS-FILE
 where every sentence that follows an entry counts as scripted. Small slips, and words such as "the" or
 "just" that come or go, are borne.

 text      the wording; what stands in {braces} varies: {name}, {number}, {date} … or {words}
 exempt    what has to be said, or comes in every call, and is held against nobody. All that stand here
           are proposals, told from the wording: delete the line where it is a script after all, and
           add one (exempt: legal) where something has to be said
 share     of all conversations hold it; "by" names the agents who say it most
 Delete entries that are no scripts. Only "text" is needed in one that you add.`;

/** What stands above the entries. */
export type Mined = NonNullable<ScriptFile['mined']>;

/** Stands where the seal goes: it is of the text around it. */
const UNSEALED = `sha256-${'0'.repeat(16)}`;
const SEAL = /\bsha256-[0-9a-f]{16}\b/;

/** The text with its own hash in it, which tells whether somebody has worked on it since. */
function sealed(text: string): string {
  return text.replace(UNSEALED, `sha256-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
}

/** Whether a file is still as it was written here. */
export function asWritten(content: string): boolean {
  const text = content.replaceAll('\r\n', '\n');
  return sealed(text.replace(SEAL, UNSEALED)) === text && SEAL.test(text);
}

/** A script file as YAML. */
export function scriptYaml(about: Mined, scripts: readonly ScriptEntry[]): string {
  const mined = { ...about, seal: UNSEALED };
  const document = new Document({ mined, scripts });
  document.commentBefore = HEADER;
  const list = document.get('scripts', true);
  if (list !== null && typeof list === 'object' && 'items' in list)
    for (const item of (list.items as unknown[]).slice(1)) if (isNode(item)) item.spaceBefore = true;
  return sealed(document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

/** The same as JSON. */
export const scriptJson = (mined: Mined, scripts: readonly ScriptEntry[]): string =>
  sealed(`${JSON.stringify({ mined: { ...mined, seal: UNSEALED }, scripts }, null, 2)}\n`);

/** The entries of a script file. Throws one `UsageError` that names every fault with its place. */
export function parseScripts(name: string, content: string): ScriptEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number | undefined) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return `line ${Math.max(1, line)}, column ${Math.max(1, col)}`;
  };
  const fail = (faults: readonly string[]): never => {
    throw new UsageError(
      `--scripts ${name}: ${faults.length === 1 ? faults[0] : `${faults.length} faults\n  ${faults.join('\n  ')}`}`,
    );
  };
  if (document.errors.length > 0)
    fail(document.errors.map(error => `${at(error.pos[0])}: ${yamlFault(error)}`));
  const result = ScriptFile.safeParse(document.toJS());
  if (result.success) return result.data.scripts;
  return fail(
    result.error.issues.map(issue => {
      const { path } = issue;
      const message = wordsOf(issue);
      const where = path.map(String);
      let node: unknown;
      for (let length = path.length; length >= 0 && !isNode(node); length--)
        node = document.getIn(path.slice(0, length), true) ?? undefined;
      const place = at(isNode(node) ? node.range?.[0] : 0);
      return `${place}: ${where.length > 0 ? `${where.join('.')}: ` : ''}${message}`;
    }),
  );
}

/** What is wrong with the YAML. Nearly always a sentence with a colon in it. */
function yamlFault({ code, message }: YAMLParseError): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'put the text in quotes, as there is a colon in it';
  return `not valid YAML: ${message}`;
}

/** What is wrong, in plain words. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `no such key here: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'missing';
  return issue.message.replace(/^Invalid input: |^Too (?:big|small): /, '');
}
