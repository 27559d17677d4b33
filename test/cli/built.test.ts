/** The built tool as it is shipped; skipped where it has not been built. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = 'bin/unscripted.js';
const run = (...argv: string[]) => spawnSync('node', [bin, ...argv], { encoding: 'utf8' });

describe.skipIf(!existsSync('dist/cli.js'))('the built tool', () => {
  it('says its version, and nothing else', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(run('--version')).toMatchObject({ stdout: `${version}\n`, stderr: '', status: 0 });
  });

  it('does not load the rules to say so', () => {
    const dist = readFileSync('dist/cli.js', 'utf8');
    const loaded = [...dist.matchAll(/(?:from|import)"(\.\/chunks\/[^"]+)"/g)].map(([, file]) =>
      join('dist', file as string),
    );
    expect(loaded.length).toBeGreaterThan(0);
    for (const file of loaded) expect(readFileSync(file).length).toBeLessThan(100_000);
  });

  it('scores, and exits with 1 below a gate and 2 for wrong use', () => {
    const scored = run('score', 'fixtures/transcripts', '--fail-under', '99');
    expect(scored.status).toBe(1);
    expect(JSON.parse(scored.stdout).agents.length).toBeGreaterThan(2);
    expect(run('score').status).toBe(2);
    expect(run('score', 'no-such-file').status).toBe(2);
  });

  it('reads files of its own in YAML: rubrics and mappings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unscripted-built-'));
    try {
      const rubric = join(folder, 'ours.yaml');
      expect(run('rubric', 'init', rubric).status).toBe(0);
      expect(run('rubric', 'check', rubric).status).toBe(0);
      const map = join(folder, 'map.yaml');
      writeFileSync(map, 'conversation: conv\nspeaker: who\ntext: words\n');
      const table = join(folder, 'calls.csv');
      writeFileSync(
        table,
        'conv,who,words\n1,Agent,Hello how can I help you today with this\n1,Customer,hi\n',
      );
      const scored = run('score', table, '--map', map, '--rubric', rubric);
      expect(scored).toMatchObject({ status: 0, stderr: '' });
      expect(JSON.parse(scored.stdout).run.conversations).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is quiet when its reader goes away', () => {
    const { stdout, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `set -o pipefail; node ${bin} read -q ${'fixtures/transcripts '.repeat(1)} | head -n 1 >/dev/null; echo $?`,
      ],
      { encoding: 'utf8' },
    );
    expect([stdout, stderr]).toEqual(['0\n', '']);
  });

  it.skipIf(!existsSync('/dev/full'))('says when standard output is full', () => {
    const { stderr, status } = spawnSync(
      'bash',
      ['-c', `node ${bin} score fixtures/transcripts >/dev/full`],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stderr]).toEqual([
      2,
      'unscripted: standard output: the disk is full; make room, or choose another place\n',
    ]);
  });

  it('leaves nothing behind on Ctrl-C', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unscripted-stop-'));
    const child = spawn('node', [bin, 'score', '-', '-o', join(folder, 'team.csv')], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    await expect.poll(() => readdirSync(folder).length, { timeout: 10_000 }).toBe(1); // it has begun
    child.kill('SIGINT');
    const code = await new Promise(resolve => child.on('exit', resolve));
    expect([code, said, readdirSync(folder)]).toEqual([130, '', []]);
    rmSync(folder, { recursive: true });
  });

  describe('with workers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'unscripted-many-'));
    const calls = join(folder, 'calls.jsonl');
    beforeAll(() => {
      const read = run('read', '-q', 'fixtures/transcripts').stdout;
      // enough for workers to start
      const copies = Array.from({ length: 30 }, (_, i) => read.replace(/^\{"id":"/gm, `{"id":"${i}-`));
      writeFileSync(calls, copies.join(''));
    });
    afterAll(() => rmSync(folder, { recursive: true }));
    const rows = ['score', calls, '--by', 'conversation', '--format', 'jsonl'];

    it('gives the same bytes', () => {
      const by = (workers: string) =>
        spawnSync('node', [bin, ...rows, '--workers', workers], { maxBuffer: Number.POSITIVE_INFINITY })
          .stdout;
      const alone = by('1');
      expect(alone.length).toBeGreaterThan(1e6);
      expect(by('2').equals(alone)).toBe(true);
    });

    it('ends when its reader goes away, or nobody goes on', () => {
      const piped = `set -o pipefail; node ${bin} ${rows.join(' ')} --workers 2 | head -n 1 >/dev/null; echo $?`;
      expect(spawnSync('bash', ['-c', piped], { encoding: 'utf8' })).toMatchObject({
        stdout: '0\n',
        stderr: '',
      });
      const steps = `score([${JSON.stringify(calls)}], { workers: 2 })`;
      for (const code of [
        `for await (const step of ${steps}) break`,
        `await ${steps}[Symbol.asyncIterator]().next()`,
      ]) {
        const script = `import { score } from './dist/index.js'; ${code}`;
        const node = spawnSync('node', ['--input-type=module', '-e', script], { encoding: 'utf8' });
        expect(node).toMatchObject({ status: 0, stderr: '' });
      }
    });

    it('leaves nothing behind on Ctrl-C', async () => {
      const kept = mkdtempSync(join(folder, 'kept-'));
      const child = spawn('node', [bin, ...rows, '--workers', '2', '-o', join(kept, 'rows.csv')], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, TMPDIR: kept },
      });
      await new Promise(resolve => child.stdout.once('data', resolve)); // scores come
      child.kill('SIGINT');
      const code = await new Promise(resolve => child.on('exit', resolve));
      expect([code, readdirSync(kept)]).toEqual([130, []]);
    });
  });

  it('brings the licences of what it holds', () => {
    const text = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    for (const name of ['chalk', 'commander']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});
