import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readers } from '../../src/read/index.ts';
import { read } from '../../src/read/read.ts';
import { inputs } from '../../src/read/source.ts';

const root = join(import.meta.dirname, '../../fixtures');
const formats = new Set(readers.map(reader => reader.id));
const cases = readdirSync(root)
  .filter(format => formats.has(format))
  .flatMap(format => readdirSync(join(root, format)).map(name => `${format}/${name}`));

test('every format has a fixture', () => {
  expect(new Set(cases.map(one => one.split('/')[0]))).toEqual(formats);
});

test.each(cases)('%s reads as expected', async name => {
  const folder = join(root, name);
  const file = readdirSync(folder).find(entry => entry.startsWith('input.'))!;
  let out = '';
  for await (const reading of read(inputs([join(folder, file)]))) {
    out += `${JSON.stringify(reading).replaceAll(JSON.stringify(join(folder, file)), JSON.stringify(file))}\n`;
  }
  await expect(out).toMatchFileSnapshot(join(folder, 'expected.jsonl'));
});
