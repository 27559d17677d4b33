/**
 * Speed and memory against parsing alone, against starting node, against other tools, and against itself as things
 * grow. Needs a build. At full size it takes long, and writes bench/RESULTS.md, in which the sections that were not
 * asked for stay as they were; anything less only prints.
 *
 *     npm run bench                                      everything
 *     npm run bench -- --quick                           tiny, once: whether it works
 *     npm run bench -- --only start,csv --scale 0.1 --pairs 3
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { page, peerTable, targetTable } from './report.ts';
import type { PeerRow, Row, Section } from './section.ts';
import { csv } from './sections/csv.ts';
import { memory } from './sections/memory.ts';
import { peers } from './sections/peers.ts';
import { rules } from './sections/rules.ts';
import { start } from './sections/start.ts';
import { whole } from './sections/whole.ts';
import { settingOf } from './setting.ts';

const sections: readonly Section[] = [whole, csv, peers, rules, start, memory];
const setting = settingOf(
  process.argv.slice(2),
  sections.map(({ name }) => name),
);
const rows: Row[] = [];
const others: PeerRow[] = [];
for (const section of sections.filter(({ name }) => setting.only.includes(name))) {
  setting.say(section.name);
  const found = await section.measure(setting);
  rows.push(...found.rows);
  others.push(...(found.peers ?? []));
  if (!setting.quick) setting.say(`\n${targetTable(found.rows)}`);
}
if (setting.quick)
  console.log(`bench: all ${rows.length} measures can be taken (so few conversations say nothing of speed)`);
else {
  console.log(targetTable(rows));
  if (others.length > 0) console.log(`\n${peerTable(others)}`);
}
const RESULTS = 'bench/RESULTS.md';
if (setting.scale === 1 && setting.pairs >= 5)
  writeFileSync(
    RESULTS,
    page(new Date(), rows, others, existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : ''),
  );
