/** What the packed program was started for: a command of the command line, or a window with a plan. Pure. */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Purpose =
  | { readonly kind: 'command'; readonly args: readonly string[] }
  | { readonly kind: 'window'; readonly plan: string | undefined; readonly sample: string | undefined };

/**
 * `args` are those after the program (and, unpacked, after the project's folder). The first decides: a bare word such as `takeoff`,
 * `--help` or `--version` is for the command line and never opens a window. A plan is the first argument that ends in `.raceway`;
 * `--sample=NAME` opens a copy of a sample, which saving cannot write over.
 */
export function purposeOf(args: readonly string[]): Purpose {
  const [first] = args;
  if (first !== undefined && (/^[a-z][a-z-]*$/.test(first) || first === '--help' || first === '--version'))
    return { kind: 'command', args };
  return {
    kind: 'window',
    plan: args.map(pathOf).find((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === '.raceway'),
    sample: args.map((arg) => /^--sample=([\w-]+)$/.exec(arg)?.[1]).find((name) => name !== undefined),
  };
}

/** File managers on Linux hand over `file:///plans/Hall%201.raceway`. */
function pathOf(arg: string): string {
  if (!arg.startsWith('file:')) return arg;
  try {
    return fileURLToPath(arg);
  } catch {
    return arg;
  }
}
