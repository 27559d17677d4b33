/** Conversations a second of one peer, turn by turn, once it is warm: `run.ts PEER FILE COUNT` prints the number. */
import { readFileSync } from 'node:fs';
import { peers } from './index.ts';

const [name, file, count] = process.argv.slice(2) as [string, string, string];
const peer = peers.find(peer => peer.name === name);
if (!peer) throw new Error(`there is no peer ${name}`);
const conversations = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(0, Number(count))
  .map(line => (JSON.parse(line).turns as { text: string }[]).map(({ text }) => text));
const read = peer.load();
const all = (some: readonly string[][]) => {
  for (const turns of some) for (const text of turns) read(text);
};
all(conversations.slice(0, Math.ceil(conversations.length / 10)));
const before = process.hrtime.bigint();
all(conversations);
console.log((1e9 * conversations.length) / Number(process.hrtime.bigint() - before));
