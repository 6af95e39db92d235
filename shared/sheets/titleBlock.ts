/** The title block: who, what, when, at which scale, on which sheet. Every value keeps to its own cell. */
import type { FontWeight, Paper } from './drawing.ts';
import type { Pen, Rectangle } from './pen.ts';
import type { TitleBlock } from '../plan/types.ts';
import { fitSize } from './textMetrics.ts';

/** What every sheet of a set says of itself. */
export interface SheetFacts {
  readonly planName: string;
  readonly titleBlock: TitleBlock;
  /** As `compute fabric only`. */
  readonly scope: string;
  /** As `Floor plan`, with the hall or the row that it shows. */
  readonly title: string;
  /** `1:100`, or `none` for tables. */
  readonly scale: string;
  readonly paper: Paper;
  readonly number: number;
  readonly count: number;
}

interface Cell {
  readonly caption: string;
  readonly value: string;
  /** Part of the row's width. */
  readonly share: number;
  readonly weight?: FontWeight;
}

const CAPTION_MM = 1.7;
const PADDING_MM = 1.6;
const LEAST_VALUE_MM = 2.1;

/** Three rows, for drawings. */
export function drawTitleBlock(pen: Pen, place: Rectangle, facts: SheetFacts): void {
  const { titleBlock } = facts;
  drawRows(pen, place, [
    [
      { caption: 'Project', value: titleBlock.project, share: 6, weight: 'semibold' },
      { caption: 'Client', value: titleBlock.client, share: 4 },
    ],
    [
      { caption: 'Drawing', value: facts.title, share: 6, weight: 'semibold' },
      { caption: 'Plan', value: facts.planName, share: 4 },
    ],
    [
      { caption: 'Scope', value: facts.scope, share: 2.9 },
      { caption: 'Author', value: titleBlock.author, share: 1.9 },
      { caption: 'Date', value: titleBlock.date, share: 1.6 },
      { caption: 'Revision', value: titleBlock.revision, share: 1.2 },
      // An architect's scale is a sentence; a ratio is short.
      { caption: 'Scale', value: facts.scale, share: facts.scale.includes('=') ? 2.8 : 1.1, weight: 'semibold' },
      { caption: 'Paper', value: facts.paper.name, share: 1.1 },
      { caption: 'Sheet', value: `${facts.number} of ${facts.count}`, share: 1.6, weight: 'semibold' },
    ],
  ]);
}

/** Two low rows, for tables. */
export function drawTitleStrip(pen: Pen, place: Rectangle, facts: SheetFacts): void {
  const { titleBlock } = facts;
  drawRows(pen, place, [
    [
      { caption: 'Project', value: titleBlock.project, share: 4, weight: 'semibold' },
      { caption: 'Client', value: titleBlock.client, share: 3 },
      { caption: 'Content', value: facts.title, share: 5, weight: 'semibold' },
    ],
    [
      { caption: 'Plan', value: facts.planName, share: 3 },
      { caption: 'Scope', value: facts.scope, share: 2.8 },
      { caption: 'Author', value: titleBlock.author, share: 2 },
      { caption: 'Date', value: titleBlock.date, share: 1.5 },
      { caption: 'Revision', value: titleBlock.revision, share: 1.1 },
      { caption: 'Paper', value: facts.paper.name, share: 1 },
      { caption: 'Sheet', value: `${facts.number} of ${facts.count}`, share: 1.9, weight: 'semibold' },
    ],
  ]);
}

function drawRows(pen: Pen, { x, y, widthMm, heightMm }: Rectangle, rows: readonly (readonly Cell[])[]): void {
  const rowMm = heightMm / rows.length;
  rows.forEach((cells, row) => {
    const top = y + row * rowMm;
    if (row > 0) pen.segment(x, top, x + widthMm, top, 'frameHair');
    const shares = cells.reduce((sum, cell) => sum + cell.share, 0);
    let left = x;
    cells.forEach((cell, column) => {
      const cellMm = (cell.share / shares) * widthMm;
      if (column > 0) pen.segment(left, top, left, top + rowMm, 'frameHair');
      drawCell(pen, { x: left, y: top, widthMm: cellMm, heightMm: rowMm }, cell);
      left += cellMm;
    });
  });
}

function drawCell(pen: Pen, { x, y, widthMm, heightMm }: Rectangle, { caption, value, weight = 'regular' }: Cell): void {
  const roomMm = widthMm - 2 * PADDING_MM;
  pen.text(caption, x + PADDING_MM, y + CAPTION_MM + 0.9, CAPTION_MM, 'caption', { maxWidthMm: roomMm });
  const largest = Math.min(heightMm * 0.36, 4);
  const size = fitSize(value, largest, Math.min(LEAST_VALUE_MM, largest), weight, roomMm);
  pen.text(value, x + PADDING_MM, y + heightMm - 1.9, size, 'title', { weight, maxWidthMm: roomMm });
}
