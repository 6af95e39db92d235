/** How the project lies on the disk: what stands at the top, exact versions, files of readable length. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, sourceFiles } from './sourceFiles.ts';

const topLevel = [
  '.ci',
  '.gitignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'assets',
  'electron',
  'electron-builder.yml',
  'electron.vite.config.ts',
  'eslint.config.js',
  'package-lock.json',
  'package.json',
  'renderer',
  'shared',
  'test',
  'tsconfig.json',
];

/** Files above this need a reason below. */
const longestLines = 400;
const longFiles: Readonly<Record<string, string>> = {
  'test/unit/cabling/handWorked.test.ts': 'twelve cables worked by hand on one plan, the working beside each',
};

interface PackageFile {
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

const packageFile = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as PackageFile;

describe('the layout of the project', () => {
  it('has at the top exactly what the design names and what tools insist on', () => {
    const ignored = readFileSync(join(projectFolder, '.gitignore'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const names = readdirSync(projectFolder).filter((name) => name !== '.git' && !ignored.includes(name));
    expect(names.sort()).toEqual([...topLevel].sort());
  });

  it('pins every dependency to one exact version', () => {
    const ranges = Object.entries({ ...packageFile.dependencies, ...packageFile.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(ranges).toEqual([]);
  });

  it('has every script name a file that is there', () => {
    const missing = Object.values(packageFile.scripts)
      .flatMap((script) => /^node (\S+\.ts)/.exec(script)?.[1] ?? [])
      .filter((path) => !sourceFiles().some((file) => file.path === path));
    expect(missing).toEqual([]);
  });

  it('has no file over 400 lines without a reason, and no reason for a file that is short', () => {
    const long = sourceFiles()
      .filter((file) => file.text.split('\n').length - 1 > longestLines)
      .map((file) => file.path);
    expect(long).toEqual(Object.keys(longFiles).sort());
  });
});
