/** `--map`: what the user says of columns and keys, on the command line or in a file. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Mapping, mappingFrom, mappingOf, UsageError } from '../index.ts';

/** A mapping written out, or in a YAML or JSON file. Throws `UsageError`. */
export async function mappingIn(text: string): Promise<Mapping> {
  if (text.includes('=') || !/\.(?:ya?ml|json)$/i.test(text)) return mappingFrom(text);
  let content: string;
  try {
    content = readFileSync(text, 'utf8');
  } catch {
    throw new UsageError(`--map ${text}: the file cannot be read; check the path`);
  }
  try {
    // YAML holds JSON
    return mappingOf(parse(content));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [first] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`--map ${text}: not valid YAML or JSON: ${first}`);
  }
}
