/** The project's own source files and what they import, for the tests of the house's rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));

export interface SourceFile {
  /** From the project's folder, with slashes: `shared/plan/units.ts`. */
  readonly path: string;
  readonly text: string;
}

/** All TypeScript of the four source folders, by path. */
export function sourceFiles(folders: readonly string[] = ['shared', 'renderer', 'electron', 'test']): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.split(sep).join('/')))
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('test/.results/'))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') })),
  );
}

/**
 * What a file imports, statically, dynamically or for types alone: files of the project by path, everything else by name
 * (`node:fs`, `react`).
 */
export function importsOf(file: SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map(({ fileName }) => {
    const name = fileName.replace(/\?.*$/, '');
    return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file.path), name)) : name;
  });
}

/** `react-dom` of `react-dom/client`, `@mantine/core` of `@mantine/core/styles.css`. */
export function packageOf(name: string): string {
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name);
}

/** Everything that the files bring with them, followed through the project's own files. */
export function reachableFrom(paths: readonly string[]): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const byPath = new Map(sourceFiles().map((file) => [file.path, file]));
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path);
    if (file === undefined || files.has(path)) continue;
    files.add(path);
    for (const imported of importsOf(file)) {
      if (byPath.has(imported)) waiting.push(imported);
      else if (!/^(shared|renderer|electron|assets|test)\//.test(imported)) packages.add(packageOf(imported));
    }
  }
  return { files, packages };
}
