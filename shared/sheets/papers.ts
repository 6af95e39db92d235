import type { Paper, PaperName } from './drawing.ts';

/** ISO 216 and ANSI sizes, landscape. */
export const PAPERS: Readonly<Record<PaperName, Paper>> = {
  A4: { name: 'A4', widthMm: 297, heightMm: 210 },
  A3: { name: 'A3', widthMm: 420, heightMm: 297 },
  A2: { name: 'A2', widthMm: 594, heightMm: 420 },
  A1: { name: 'A1', widthMm: 841, heightMm: 594 },
  A0: { name: 'A0', widthMm: 1189, heightMm: 841 },
  Letter: { name: 'Letter', widthMm: 279.4, heightMm: 215.9 },
  Tabloid: { name: 'Tabloid', widthMm: 431.8, heightMm: 279.4 },
};

export const PAPER_NAMES: readonly PaperName[] = ['A4', 'A3', 'A2', 'A1', 'A0', 'Letter', 'Tabloid'];

/** The same paper standing. */
export function portrait(paper: Paper): Paper {
  return { name: paper.name, widthMm: paper.heightMm, heightMm: paper.widthMm };
}
