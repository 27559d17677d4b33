/** The yardstick: what it costs only to parse every line of a file of JSON Lines. `node bench/floor.mjs FILE` */
import { closeSync, openSync, readSync } from 'node:fs';

const file = openSync(process.argv[2], 'r');
let buffer = Buffer.allocUnsafe(1 << 20);
let held = 0;
let turns = 0;
for (;;) {
  const read = readSync(file, buffer, held, buffer.length - held, null);
  const end = held + read;
  let from = 0;
  for (let to = buffer.indexOf(10); to >= 0 && to < end; to = buffer.indexOf(10, from)) {
    turns += JSON.parse(buffer.utf8Slice(from, to)).turns.length;
    from = to + 1;
  }
  buffer.copyWithin(0, from, end);
  held = end - from;
  if (read === 0) break;
  // a line longer than the block
  if (held === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
}
if (held > 0) turns += JSON.parse(buffer.utf8Slice(0, held)).turns.length;
closeSync(file);
if (turns === 0) throw new Error('there was nothing to parse');
