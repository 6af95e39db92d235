/** Every command is one of those that the laws try at random, so that none escapes them. */
import { describe, expect, it } from 'vitest';
import { importsOf, reachableFrom, sourceFiles } from './sourceFiles.ts';

/** Commands that no law draws, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {};

/** Names of exported commands, with the file of each. */
function commands(): { readonly name: string; readonly path: string }[] {
  return sourceFiles(['shared']).flatMap(({ path, text }) =>
    [...text.matchAll(/^export const (\w+): Command</gm)].map(([, name = '']) => ({ name, path })),
  );
}

/** What the generator of random commands, and the files of generators that it draws from, hand to `runCommand`. */
function drawn(): ReadonlySet<string> {
  const generators = reachableFrom(['test/support/randomCommands.ts']).files;
  const names = sourceFiles(['test'])
    .filter((file) => generators.has(file.path) && importsOf(file).includes('shared/commands/history.ts'))
    .flatMap(({ text }) => [...text.matchAll(/runCommand\(\s*\w+,\s*(\w+)/g)].map(([, name = '']) => name));
  return new Set(names);
}

describe('the laws about commands', () => {
  it('draw every command', () => {
    const names = drawn();
    const missing = commands().filter(({ name }) => !names.has(name) && exceptions[name] === undefined);
    expect(missing).toEqual([]);
  });

  it('know of no exception that is gone or drawn after all', () => {
    const [all, names] = [new Set(commands().map(({ name }) => name)), drawn()];
    expect(all.size).toBeGreaterThan(60);
    expect(Object.keys(exceptions).filter((name) => !all.has(name) || names.has(name))).toEqual([]);
  });
});
