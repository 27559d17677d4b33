import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/report/index.ts';

describe('reporters', () => {
  it('are the files of the folder, each under its name', () => {
    const declared = readdirSync('src/report').filter(file =>
      /: Reporter = \{/.test(readFileSync(`src/report/${file}`, 'utf8')),
    );
    expect(declared.length).toBeGreaterThan(3);
    expect(reporters.map(({ id }) => `${id}.ts`).sort()).toEqual(declared.sort());
  });

  it('share no ending', () => {
    const endings = reporters.flatMap(reporter => reporter.endings);
    expect(new Set(endings).size).toBe(endings.length);
  });

  it('show rows whole or not at all', () => {
    for (const { begin, row, end } of reporters) expect(new Set([!begin, !row, !end]).size).toBe(1);
  });
});
