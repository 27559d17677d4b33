/** Standard output holds nothing but data: every format is parsed back, with the real rules, on real transcripts. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { Conversation, readers, rulePages } from '../../src/index.ts';
import { world } from './world.ts';

const input = 'fixtures/transcripts';
async function out(...argv: string[]): Promise<string> {
  const { io, stdout } = world();
  expect(await main(argv, io)).toBe(0);
  return stdout.text;
}
const lines = (text: string) => text.trimEnd().split('\n');

describe('standard output', () => {
  it('is JSON, JSON Lines and CSV of the same agents', async () => {
    const { agents, run } = JSON.parse(await out('score', input));
    expect(agents.length).toBeGreaterThan(2);
    expect(run.conversations).toBeGreaterThan(10);
    expect(lines(await out('score', input, '--format', 'jsonl')).map(line => JSON.parse(line))).toEqual(
      agents,
    );
    const rows = parse(await out('score', input, '--format', 'csv'), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map(row => row.agent_id)).toEqual(agents.map((agent: { id: string }) => agent.id));
    expect(rows.map(row => row.overall)).toEqual(
      agents.map((agent: { scores: { overall: { value: number | null } } }) =>
        String(agent.scores.overall.value ?? ''),
      ),
    );
  });

  it('is the same conversations in every format', async () => {
    const { conversations, run } = JSON.parse(await out('score', input, '--by', 'conversation'));
    expect(conversations).toHaveLength(run.conversations);
    const rows = lines(await out('score', input, '--by', 'conversation', '--format', 'jsonl'));
    expect(rows.map(row => JSON.parse(row))).toEqual(conversations);
    expect(Object.keys(conversations[0]).filter(key => key !== 'metadata')).toEqual([
      'conversation',
      'channel',
      'agents',
      'findings',
    ]);
    const cells = parse(await out('score', input, '--by', 'conversation', '--format', 'csv'), {
      columns: true,
    });
    const parts = conversations.flatMap((one: { agents: object[] }) => one.agents);
    expect(cells).toHaveLength(parts.length);
  });

  it('quotes exactly what the transcript says', async () => {
    const texts = new Map(
      lines(await out('read', input)).map(line => {
        const { id, turns } = Conversation.parse(JSON.parse(line));
        return [id, turns.map(turn => turn.text)];
      }),
    );
    const rows = lines(await out('score', input, '--by', 'conversation', '--format', 'jsonl')).map(row =>
      JSON.parse(row),
    );
    const findings = rows.flatMap(({ conversation, findings }) =>
      findings.map((finding: object) => ({ conversation, ...finding })),
    );
    expect(findings.length).toBeGreaterThan(20);
    for (const { conversation, turn, start, end, quote } of findings)
      expect(texts.get(conversation)?.[turn]?.slice(start, end)).toBe(quote);
  });

  it('is the same bytes again', async () => {
    const once = await out('score', input);
    expect(await out('score', input, '--workers', '3')).toBe(once);
  });

  it('is one readable format a line', async () => {
    const shown = lines(await out('formats'));
    expect(shown.map(line => line.split(' ')[0])).toEqual(readers.map(reader => reader.id));
  });

  it('has every rule, and every rule has a page', async () => {
    const pages = await rulePages();
    expect(pages.length).toBeGreaterThan(20);
    const list = await out('rules');
    for (const { id, title } of pages) {
      expect(list).toContain(`  ${id} `);
      expect(await out('rules', id, '--all')).toContain(title.split(' ')[0]);
    }
  });

  it('has colours only where they are wanted', async () => {
    const coloured = async (env: Record<string, string>, ...flags: string[]) => {
      const { io, stdout } = world({ colour: true, env });
      await main(['score', input, '--format', 'table', ...flags], io);
      return stdout.text;
    };
    const plain = await coloured({ NO_COLOR: '1' });
    expect(plain).not.toContain('\x1b');
    expect(await coloured({}, '--no-color')).toBe(plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what colours are made of
    expect((await coloured({})).replace(/\x1b\[\d+m/g, '')).toBe(plain);
    expect(await coloured({})).toContain('\x1b');
  });
});
