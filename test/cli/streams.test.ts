/** What happens when output cannot be written, or nobody reads it any more. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { OutputFile } from '../../src/cli/output-file.ts';
import { Broken, world } from './world.ts';

const line = (id: string) =>
  `{"id":"${id}","agent":{"id":"a1"},"turns":[{"speaker":"agent","text":"Hello there, how can I help you with that today?"}]}\n`;
let folder = '';
let calls = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unscripted-streams-'));
  calls = join(folder, 'calls.jsonl');
  writeFileSync(calls, Array.from({ length: 2000 }, (_, index) => line(`c${index}`)).join(''));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('standard output', () => {
  it.each(['read', 'explain'])('of %s that nobody reads any more is no error', async command => {
    const { io, stderr } = world({ stdout: new Broken('EPIPE') });
    expect(await main([command, calls], io)).toBe(0);
    expect(stderr.text).toBe('');
  });

  it('of score that nobody reads any more is no error', async () => {
    for (const by of ['agent', 'conversation']) {
      const { io, stderr } = world({ stdout: new Broken('EPIPE') });
      expect(await main(['score', calls, '--by', by], io)).toBe(0);
      expect(stderr.text).toBe('');
    }
  });

  it('that nobody reads does not hide a gate', async () => {
    const { io, stderr } = world({ stdout: new Broken('EPIPE') });
    expect(await main(['score', calls, '--by', 'conversation', '--fail-under', '100'], io)).toBe(1);
    expect(stderr.text).toContain('more below a gate');
  });

  it.each(['--help', '--version'])('that nobody reads: %s', async flag => {
    const { io } = world({ stdout: new Broken('EPIPE') });
    expect(await main([flag], io)).toBe(0);
  });

  it('on a full disk is an error that says so', async () => {
    for (const argv of [['read', calls], ['score', calls, '--by', 'conversation'], ['--help']]) {
      const { io, stderr } = world({ stdout: new Broken('ENOSPC') });
      expect(await main(argv, io)).toBe(2);
      expect(stderr.text).toBe(
        'unscripted: standard output: the disk is full; make room, or choose another place\n',
      );
    }
  });
});

describe('files', () => {
  it('on a full disk are an error that names them, and leave the others as they were', async () => {
    const team = join(folder, 'team.csv');
    writeFileSync(team, 'as before\n');
    const full = join(folder, 'full.jsonl');
    const { symlinkSync } = await import('node:fs');
    symlinkSync('/dev/full', full);
    const { io, stdout, stderr } = world();
    expect(await main(['score', calls, '--by', 'conversation', '-o', team, '-o', full], io)).toBe(2);
    expect(stderr.text).toBe(
      `unscripted: --output ${full}: the disk is full; make room, or choose another place\n`,
    );
    expect(stdout.text).toBe('');
    expect(readFileSync(team, 'utf8')).toBe('as before\n');
    expect(readdirSync(folder).sort()).toEqual(['calls.jsonl', 'full.jsonl', 'team.csv']);
    expect(io.onStop.size).toBe(0);
  });

  it.skipIf(process.getuid?.() === 0)('in a folder without permission are an error', async () => {
    const locked = join(folder, 'locked');
    await mkdir(locked);
    await chmod(locked, 0o500);
    const { io, stderr } = world();
    expect(await main(['score', calls, '-o', join(locked, 'team.csv')], io)).toBe(2);
    expect(stderr.text).toContain('no permission to write there');
  });

  it('keep their permissions, and a link to one stays a link', async () => {
    const { lstatSync, statSync, symlinkSync } = await import('node:fs');
    const team = join(folder, 'team.csv');
    writeFileSync(team, '');
    await chmod(team, 0o640);
    symlinkSync(team, join(folder, 'link.csv'));
    expect(await main(['score', calls, '-o', join(folder, 'link.csv')], world().io)).toBe(0);
    expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(statSync(team).mode & 0o777).toBe(0o640);
    expect(readFileSync(team, 'utf8')).toMatch(/^agent_id,.*\na1,/);
  });

  it('leave nothing behind when the user stops the run', async () => {
    const { io } = world();
    const file = await OutputFile.create(join(folder, 'team.csv'), io.onStop);
    await file.write('half');
    expect(readdirSync(folder)).toHaveLength(2);
    for (const undo of io.onStop) undo();
    expect(readdirSync(folder)).toEqual(['calls.jsonl']);
  });
});
