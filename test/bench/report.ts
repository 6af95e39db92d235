/** What the measurements come to: a line each with its goal, for the terminal and for the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { must } from '../../shared/assert.ts';

export interface Line {
  /** Empty: another figure of the work above. */
  readonly work: string;
  /** Empty: there is none. */
  readonly goal: string;
  readonly figure: string;
  readonly value: string;
  readonly met: boolean | null;
}

const HEADS = ['work', 'goal', 'figure', 'measured', 'met'] as const;

/** A line whose value must not be over its goal. */
export function atMost(work: string, most: number, unit: string, figure: string, value: number, digits = 0): Line {
  return {
    work,
    goal: `≤ ${most.toLocaleString('en-US')} ${unit}`.trim(),
    figure,
    value: `${numberText(value, digits)} ${unit}`.trim(),
    met: value <= most,
  };
}

export function atLeast(work: string, least: number, unit: string, figure: string, value: number, digits = 0): Line {
  return {
    work,
    goal: `≥ ${least.toLocaleString('en-US')} ${unit}`.trim(),
    figure,
    value: `${numberText(value, digits)} ${unit}`.trim(),
    met: value >= least,
  };
}

/** A line for those who want to know. */
export function beside(figure: string, value: number, unit: string, digits = 0): Line {
  return { work: '', goal: '', figure, value: `${numberText(value, digits)} ${unit}`.trim(), met: null };
}

export function said(figure: string, value: string): Line {
  return { work: '', goal: '', figure, value, met: null };
}

function numberText(value: number, digits = 0): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function tableText(title: string, lines: readonly Line[]): string {
  const rows = [HEADS, ...lines.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => must(row[column], 'cell').length)));
  const text = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(must(widths[column], 'width')))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...text].join('\n');
}

function tableMarkdown(title: string, lines: readonly Line[]): string {
  const rows = [HEADS.map((head) => head), HEADS.map(() => '---'), ...lines.map(cellsOf)];
  return [title, '', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}

function cellsOf({ work, goal, figure, value, met }: Line): readonly string[] {
  return [work, goal, figure, value, met === null ? '' : met ? 'yes' : 'no'];
}

const [BEGIN, END] = ['<!-- bench -->', '<!-- /bench -->'];

/** Puts the table between the marks of a file, in place of the one before. */
export function writeBetweenMarks(file: string, title: string, lines: readonly Line[]): void {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${file} has no place between ${BEGIN} and ${END}`);
  writeFileSync(file, `${text.slice(0, from + BEGIN.length)}\n\n${tableMarkdown(title, lines)}\n\n${text.slice(to)}`);
}
