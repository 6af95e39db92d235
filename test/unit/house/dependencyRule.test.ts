/** The rule of the house, by walking every import: shared ← renderer, shared ← electron, and the bridge the one door between them. */
import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { importsOf, packageOf, projectFolder, reachableFrom, sourceFiles, type SourceFile } from './sourceFiles.ts';

/** Packages that shared may use: plain computing, the same in every host. */
const sharedPackages: readonly string[] = ['@tarikjabiri/dxf', 'fflate', 'flatbush', 'immer', 'valibot'];
/** Packages that the page may use besides. */
const pagePackages: readonly string[] = [
  ...sharedPackages,
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-virtual',
  'idb-keyval',
  'konva',
  'pdfkit',
  'pdfjs-dist',
  'react',
  'react-dom',
  'react-konva',
  'vite',
  'zustand',
];

const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(packageOf(name));
const isElectron = (name: string): boolean => packageOf(name) === 'electron';
const isOurs = (name: string): boolean => /^(shared|renderer|electron|assets|test)(\/|$)/.test(name);

/** `path: what it imports` for each import that `isBreach` calls one. */
function breaches(files: readonly SourceFile[], isBreach: (imported: string, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => isBreach(imported, file))
      .map((imported) => `${file.path}: ${imported}`),
  );
}

describe('the rule of the house', () => {
  it('is read from every import: static, dynamic, for types, and re-exported', () => {
    const text = `import a from './a.ts'; import type { B } from '../b/b.ts'; export { c } from 'c/deep'; const d = await import('node:fs');`;
    expect(importsOf({ path: 'shared/x/file.ts', text }).sort()).toEqual(['c/deep', 'node:fs', 'shared/b/b.ts', 'shared/x/a.ts']);
  });

  it('lets shared import shared and packages that compute, nothing else', () => {
    const found = breaches(sourceFiles(['shared']), (imported) =>
      isOurs(imported) ? !imported.startsWith('shared/') : isNode(imported) || !sharedPackages.includes(packageOf(imported)),
    );
    expect(found).toEqual([]);
  });

  it('lets renderer import shared, assets and packages for the page, never Node and never electron', () => {
    const found = breaches(sourceFiles(['renderer']), (imported) =>
      isOurs(imported)
        ? /^(electron|test)\//.test(imported)
        : isNode(imported) || isElectron(imported) || !pagePackages.includes(packageOf(imported)),
    );
    expect(found).toEqual([]);
  });

  it('lets electron import shared, never renderer', () => {
    expect(breaches(sourceFiles(['electron']), (imported) => /^(renderer|test)\//.test(imported))).toEqual([]);
  });

  it('lets only the desktop shell import the electron package: the command line, the launcher and the files never do, not even through others', () => {
    const free = sourceFiles(['electron'])
      .map((file) => file.path)
      .filter((path) => /^electron\/(cli|launch|files|page|packaging)\//.test(path) || path === 'electron/catalogFiles.ts');
    const offenders = free.filter((path) => reachableFrom([path]).packages.has('electron'));
    expect(free.length).toBeGreaterThan(10);
    expect(offenders).toEqual([]);
  });

  it('gives the preload only electron and the bridge', () => {
    const { files, packages } = reachableFrom(['electron/preload.ts']);
    expect([...packages].sort()).toEqual(['electron', 'valibot']);
    expect([...files].filter((path) => path !== 'electron/preload.ts' && !path.startsWith('shared/bridge/'))).toEqual([]);
  });

  it('has no barrels: no index files, and no file that only passes others on', () => {
    const found = sourceFiles().filter((file) => /(^|\/)index\.tsx?$/.test(file.path) || isBarrel(file));
    expect(found.map((file) => file.path)).toEqual([]);
  });

  it('compiles shared without a DOM, without Node and without anybody’s global types', () => {
    const parsed = ts.parseJsonConfigFileContent(readConfig('shared/tsconfig.json'), ts.sys, join(projectFolder, 'shared'));
    expect(parsed.options.lib).toEqual(['lib.es2023.d.ts']);
    expect(parsed.options.types).toEqual([]);
  });
});

function isBarrel(file: SourceFile): boolean {
  const { statements } = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext);
  return (
    statements.length > 0 && statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
  );
}

function readConfig(path: string): unknown {
  const { config } = ts.readConfigFile(join(projectFolder, path), (file) => readFileSync(file, 'utf8')) as { config: unknown };
  return config;
}
