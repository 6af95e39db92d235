import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_PLAN_BYTES } from '../../../shared/plan/planFormat.ts';
import { raceway, temporaryFolder, testPlan } from './racewayProcess.ts';
import type { Run, TemporaryFolder } from './racewayProcess.ts';

const good = testPlan('two-cabinets');
const badPlans = readdirSync(fileURLToPath(new URL('../../plans/bad', import.meta.url))).map((name) => name.replace('.raceway', ''));

let folder: TemporaryFolder;

beforeAll(async () => {
  folder = await temporaryFolder();
  await copyFile(good, folder.at('file.raceway'));
});
afterAll(() => folder.remove());

/** Exit 2, nothing on standard output, and one line on standard error that holds these words. */
function expectOneLine({ code, stdout, stderr }: Run, ...words: readonly string[]): void {
  expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^raceway: [^\n]+\n$/);
  expect(stderr).not.toMatch(/ {4}at |node:/);
  for (const word of words) expect(stderr).toContain(word);
}

describe.concurrent('a plan that cannot be read', () => {
  it.each(badPlans)('(%s) ends in one line, exit 2, and nothing written', async (name) => {
    const output = folder.at(`${name}.xlsx`);
    expectOneLine(await raceway(['bom', testPlan(`bad/${name}`), '-o', output]), `${name}.raceway`);
    expect(existsSync(output)).toBe(false);
  });

  it('names the line, the path and what would be right', async () => {
    const { stderr } = await raceway(['takeoff', testPlan('bad/negative-length')]);
    expect(stderr).toMatch(/negative-length\.raceway:\d+: segments\.tray\.widthMm: [^;]+; [^;]+\n$/);
  });

  it('is refused by its size before it is read', async () => {
    const path = folder.at('large.raceway');
    await (await open(path, 'w')).close();
    await truncate(path, MAX_PLAN_BYTES + 1);
    expectOneLine(await raceway(['check', path]), 'large.raceway', 'MiB');
  });

  it('may come from standard input', async () => {
    const truncated = await readFile(testPlan('bad/truncated'));
    expectOneLine(await raceway(['takeoff', '-'], { input: truncated }), 'standard input:');
    expectOneLine(await raceway(['takeoff', '-'], { input: '' }), 'standard input', 'empty');
  });

  it.each([
    ['is not there', 'missing.raceway', 'no such file'],
    ['is a folder', '.', 'folder'],
    ['is below a file', 'file.raceway/plan.raceway', 'part of the path'],
  ])('%s', async (_, name, words) => {
    expectOneLine(await raceway(['takeoff', name], { cwd: folder.path }), name, words);
  });
});

describe.concurrent('arguments that mean nothing', () => {
  it.each<[string, string[], string]>([
    ['an unknown command', ['takeof', good], 'Did you mean takeoff?'],
    ['an unknown option', ['takeoff', good, '--jsn'], '--jsn'],
    ['a missing plan', ['takeoff'], 'plan'],
    ['one plan too many', ['check', good, good], 'too many'],
    ['an option without its value', ['takeoff', good, '--profile'], '--profile'],
    ['an unknown profile', ['takeoff', good, '--profile', 'magic'], 'test/labour'],
    ['spares that are no number', ['bom', good, '--spares', 'cables=many'], 'cables=many'],
    ['spares of no class', ['bom', good, '--spares', 'racks=5'], 'cables=5'],
    ['CSV and JSON on one stream', ['bom', good, '-o', '-', '--json'], 'standard output'],
    ['a BOM in another format', ['bom', good, '-o', 'bom.pdf'], '.xlsx'],
    ['a schedule without a name', ['cables', good], '--output'],
    ['unknown paper', ['sheets', good, '-o', 'a.pdf', '--paper', 'A9'], 'Tabloid'],
    ['an unknown kind of sheet', ['sheets', good, '-o', 'a.pdf', '--only', 'plan,posters'], 'posters'],
    ['an unknown format', ['sheets', good, '-o', 'a', '--format', 'png'], 'svg'],
    ['a format against the ending', ['sheets', good, '-o', 'a.pdf', '--format', 'svg'], '--format'],
    ['sheets in another format', ['sheets', good, '-o', 'a.png'], '.pdf'],
    ['an id of nothing', ['explain', good, 'no-such-thing'], 'no-such-thing'],
    ['an unknown task', ['explain', good, 'hours/nope'], 'choose one of'],
    ['an order number of nothing', ['explain', good, 'bom/nope'], 'choose one of'],
    ['an unknown template', ['generate', 'castle', '-o', 'a.raceway'], 'rail-optimised'],
    ['no template', ['generate', '-o', 'a.raceway'], 'rail-optimised'],
    ['nowhere to write', ['generate', 'hall'], '-o'],
    ['an unknown key', ['generate', 'hall', '--set', 'colour=red', '-o', 'a.raceway'], 'colour'],
    ['a key that reaches a prototype', ['generate', 'hall', '--set', '__proto__=1', '-o', 'a.raceway'], '__proto__'],
    ['a value of the wrong kind', ['generate', 'hall', '--set', 'rows=many', '-o', 'a.raceway'], 'rows'],
    ['a key set twice', ['generate', 'hall', '--set', 'rows=1', '--set', 'rows=2', '-o', 'a.raceway'], 'second time'],
    ['a setting without a value', ['generate', 'hall', '--set', 'rows', '-o', 'a.raceway'], 'key=value'],
    ['line ends in an argument', ['takeoff', 'a\nraceway: done'], 'a raceway: done'],
  ])('(%s) end in one line and exit 2, and nothing written', async (_, args, words) => {
    const empty = folder.at('empty');
    await mkdir(empty, { recursive: true });
    expectOneLine(await raceway(args, { cwd: empty }), words);
    expect(await readdir(empty)).toEqual([]);
  });
});

describe('an output that cannot be written', () => {
  it.each([
    ['in a folder that is not there', 'nowhere/bom.csv', 'folder'],
    ['below a file', 'below/bom.csv', 'path'],
    ['on a folder', 'folder.csv', 'folder'],
  ])('%s ends in one line and leaves nothing behind', async (_, name, words) => {
    await mkdir(folder.at('folder.csv'), { recursive: true });
    await writeFile(folder.at('below'), 'a file');
    const before = await readdir(folder.path);
    expectOneLine(await raceway(['bom', good, '-o', name], { cwd: folder.path }), name, words);
    expect(await readdir(folder.path)).toEqual(before);
  });

  it('is the plan itself, also under another name', async () => {
    const plan = folder.at('plan.csv');
    await copyFile(good, plan);
    await symlink(plan, folder.at('link.csv'));
    expectOneLine(await raceway(['bom', plan, '-o', folder.at('link.csv')]), 'the plan itself');
    expect(await readFile(plan)).toEqual(await readFile(good));
  });

  it('is a pipe that its reader closed', async () => {
    // More than a pipe holds, so that the writer is still writing when the reader goes.
    const large = ['generate', 'rail-optimised', '--set', 'preset=b200', '--set', 'su=16', '-o', '-'];
    const { code, stderr } = await raceway(large, { closeStdoutEarly: true });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^raceway: standard output: closed [^\n]+\n$/);
  });

  it.skipIf(!existsSync('/dev/full'))('is a full disk', async () => {
    expectOneLine(await raceway(['generate', 'hall', '-o', '/dev/full']), '/dev/full', 'disk is full');
  });

  it('keeps what was there when the plan turns out bad', async () => {
    const output = folder.at('kept.csv');
    await writeFile(output, 'last week');
    expectOneLine(await raceway(['bom', testPlan('bad/truncated'), '-o', output]));
    expect(await readFile(output, 'utf8')).toBe('last week');
  });
});
