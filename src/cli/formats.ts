/** `unscripted formats`: what can be read, one format a line. */
import { readers } from '../index.ts';
import type { Session } from './session.ts';

/** It has no flags. */
export function declare(): void {}

/** Runs it; gives the exit code. */
export async function run(_inputs: readonly string[], _flags: object, { stdout }: Session): Promise<number> {
  const widest = (texts: readonly string[]) => Math.max(...texts.map(text => text.length));
  const id = widest(readers.map(reader => reader.id));
  const title = widest(readers.map(reader => reader.title));
  for (const reader of readers) {
    const line = `${reader.id.padEnd(id)}  ${reader.title.padEnd(title)}  ${reader.endings.join(' ')}`;
    await stdout.write(`${line.trimEnd()}\n`);
  }
  return 0;
}
