/** What Electron is told when sheets go to the system's print dialog. Pure. */
import type { WebContentsPrintOptions } from 'electron';
import { fail, ok, type Result, type UserError } from '../shared/result.ts';

export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

const MICRONS_PER_MM = 1000;

/** True size: no margins, no scaling, no header. The paper is named standing, as printers know it, and turned by `landscape`. */
export function printOptions({ widthMm, heightMm }: PaperSize): WebContentsPrintOptions {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)];
  return {
    silent: false,
    printBackground: true,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    landscape: widthMm > heightMm,
    pageSize: { width: Math.round(short * MICRONS_PER_MM), height: Math.round(long * MICRONS_PER_MM) },
  };
}

/** A person who cancels has not failed. */
export function printOutcome(success: boolean, reason: string): Result<undefined, UserError> {
  if (success || /cancel/i.test(reason)) return ok(undefined);
  return fail({
    code: 'print.failed',
    message: `the system did not print${reason === '' ? '' : `: ${reason.toLowerCase()}`}`,
    remedy: 'check that a printer is set up, or export the sheets as PDF and print that',
  });
}
