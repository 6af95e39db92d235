/** Sheets of test plans and the files that writers make of them. */
import { readFileSync } from 'node:fs';
import { createPdfDocument } from '../../electron/cli/pdfDocument.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import type { Plan } from '../../shared/plan/types.ts';
import type { Mark, PaperName, Sheet } from '../../shared/sheets/drawing.ts';
import type { SheetKind } from '../../shared/sheets/sheetContext.ts';
import { sheetSet } from '../../shared/sheets/sheetSet.ts';
import { writePdf, type PdfResult } from '../../shared/writers/pdf.ts';

const fontFile = (name: string): Uint8Array => readFileSync(new URL(`../../assets/fonts/${name}`, import.meta.url));

export const FONTS = { regular: fontFile('Inter-Regular.ttf'), semibold: fontFile('Inter-SemiBold.ttf') };

export function sheetsOf(plan: Plan | Derived, paper: PaperName, ...only: SheetKind[]): Sheet[] {
  return [...sheetSet('survey' in plan ? plan : derive(plan), { paper, only })];
}

export function pdfOf(sheets: Iterable<Sheet>, date = ''): Promise<PdfResult> {
  return writePdf(sheets, { fonts: FONTS, createDocument: createPdfDocument, date });
}

type TextMark = Extract<Mark, { mark: 'text' }>;

export function textsOf(sheet: Sheet): TextMark[] {
  return sheet.marks.filter((mark) => mark.mark === 'text');
}

/** A sheet of nothing but marks, for writers. */
export function bareSheet(marks: readonly Mark[], change: Partial<Sheet> = {}): Sheet {
  return {
    id: 'bare',
    title: 'Bare',
    paper: { name: 'A4', widthMm: 297, heightMm: 210 },
    scale: null,
    origin: null,
    styles: [
      { layer: 'A-WALL', stroke: '#000000', fill: null, lineWeightMm: 0.7, lineType: 'solid' },
      { layer: 'A-ANNO-NOTE', stroke: null, fill: '#0072b2', lineWeightMm: 0, lineType: 'solid' },
      { layer: 'T-CABL', stroke: '#d55e00', fill: null, lineWeightMm: 0.35, lineType: 'dashed' },
    ],
    symbols: {},
    images: {},
    marks,
    ...change,
  };
}

export function textMark(text: string, change: Partial<TextMark> = {}): TextMark {
  return { mark: 'text', at: { x: 20, y: 30 }, text, sizeMm: 3, anchor: 'start', weight: 'regular', rotateDeg: 0, style: 1, ...change };
}

/** Texts that have broken writers of drawings before. */
export const HOSTILE_TEXTS = [
  'say "hi"',
  '<b>&amp;</b>',
  'two\nlines',
  'rack 😀',
  'שלום',
  'back\\slash ^I %%d',
  '(unbalanced',
  ']]>',
  '\u0000nul',
  '\ud800half',
];
