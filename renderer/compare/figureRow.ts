/** One figure of two plans as a row of text. Unknown is never zero. */
import type { ComparedFinding, Pair, PartialFigure } from '../../shared/diff/figures.ts';
import { numberText } from '../../shared/quantities.ts';
import { UNKNOWN } from '../ui/quantities.ts';

export interface FigureRow {
  /** Stays the same while the row lasts. */
  readonly id: string;
  readonly name: string;
  readonly old: string;
  readonly new: string;
  readonly difference: string;
  /** More errors than before. */
  readonly isWorse: boolean;
  readonly parts: readonly FigureRow[];
  /** How it comes about on either side, a line each; null: it is counted, or its parts say it. */
  readonly derivation: Pair<readonly string[]> | null;
  /** What one of the two plans has against it, and which has it; null: it is a figure. */
  readonly finding: { readonly of: ComparedFinding; readonly side: keyof Pair<unknown> } | null;
}

const NO_PARTS: readonly FigureRow[] = [];

/** A row of texts; what it is besides them is given by spreading. */
export function textRow(id: string, name: string, pair: Pair<string>, difference: string, parts = NO_PARTS): FigureRow {
  return { id, name, ...pair, difference, isWorse: false, parts, derivation: null, finding: null };
}

export function countRow(id: string, name: string, { old, new: next }: Pair<number>, parts = NO_PARTS): FigureRow {
  return textRow(id, name, { old: numberText(old), new: numberText(next) }, signedText(next - old, numberText), parts);
}

export function partialRow(
  id: string,
  name: string,
  { old, new: next }: Pair<PartialFigure>,
  text: (value: number) => string,
  parts = NO_PARTS,
): FigureRow {
  const difference = old.unknown + next.unknown > 0 ? UNKNOWN : signedText(next.known - old.known, text);
  return textRow(id, name, { old: partialText(old, text), new: partialText(next, text) }, difference, parts);
}

function partialText({ known, unknown }: PartialFigure, text: (value: number) => string): string {
  return unknown === 0 ? text(known) : `at least ${text(known)}`;
}

/** `+12`, `−3.5 m`, `0`: what is nothing as it is written has no sign. */
export function signedText(value: number, text: (value: number) => string): string {
  const size = text(Math.abs(value));
  if (size === text(0)) return '0';
  return `${value < 0 ? '\u2212' : '+'}${size}`;
}
