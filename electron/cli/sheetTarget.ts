/** Where sheets go and in which format, read from the output's name before any work is done. */
import { stat } from 'node:fs/promises';
import { fail, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { endingOf } from './fileOutput.ts';
import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';

const formats = ['pdf', 'svg', 'dxf'] as const;
export type SheetFormat = (typeof formats)[number];

export interface SheetTarget {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  readonly format: SheetFormat;
}

/** A name without ending, or of a folder that is there, is a folder. */
export async function sheetTarget(path: string, formatName: string | undefined): Promise<Result<SheetTarget, Problem>> {
  const format = formats.find((one) => one === formatName?.toLowerCase());
  if (formatName !== undefined && format === undefined) {
    return wrong(`--format ${formatName}`, 'option.format', 'is not a known format', `choose one of ${formats.join(', ')}`);
  }
  if (path === '-') return ok({ kind: 'file', path, format: format ?? 'pdf' });
  const ending = endingOf(path);
  if (/[/\\]$/.test(path) || ending === '' || (await isFolder(path))) return ok({ kind: 'folder', path, format: format ?? 'svg' });
  const ofEnding = formats.find((one) => `.${one}` === ending);
  if (ofEnding === undefined)
    return wrong(path, 'output.ending', 'sheets are written as PDF, SVG or DXF', 'end the name in .pdf, .svg or .dxf, or name a folder');
  if (format !== undefined && format !== ofEnding) {
    return wrong(path, 'output.ending', `the name ends in ${ending}, but --format says ${format}`, 'leave out --format');
  }
  return ok({ kind: 'file', path, format: ofEnding });
}

function wrong(subject: string, code: string, message: string, remedy: string): Result<never, Problem> {
  return fail(problem(subject, { code, message, remedy }).error);
}

async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  return info?.isDirectory() ?? false;
}
