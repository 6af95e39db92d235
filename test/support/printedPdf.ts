/** What a printer was given, measured: the size of each page and how long a line of the first one is. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MM_PER_POINT = 25.4 / 72;

export interface PrintedPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly text: string;
  /** The level lines of the page that begin where this text begins, by length; none where the text is not there. */
  linesAbove(text: string): readonly number[];
}

interface Line {
  readonly xMm: number;
  readonly yMm: number;
  readonly lengthMm: number;
}

/** Pages in order; y upwards. */
export async function printedPages(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left, bottom, right, top] = page.view as [number, number, number, number];
    const content = await page.getTextContent();
    const texts = content.items.flatMap((item) =>
      'str' in item
        ? [{ text: item.str, xMm: Number(item.transform[4]) * MM_PER_POINT, yMm: Number(item.transform[5]) * MM_PER_POINT }]
        : [],
    );
    const lines = levelLines(await page.getOperatorList());
    pages.push({
      widthMm: (right - left) * MM_PER_POINT,
      heightMm: (top - bottom) * MM_PER_POINT,
      text: texts.map(({ text }) => text).join(' '),
      linesAbove(wanted) {
        const at = texts.find((_, first) => readOn(texts, first).startsWith(wanted.replace(/\s/g, '')));
        if (at === undefined) return [];
        return lines
          .filter(({ xMm, yMm }) => Math.abs(xMm - at.xMm) < 0.3 && yMm > at.yMm && yMm < at.yMm + 6)
          .map(({ lengthMm }) => lengthMm)
          .sort((a, b) => b - a);
      },
    });
  }
  return pages;
}

/** What stands on a text's line from it on, without spaces: printers cut a line into pieces as they like. */
function readOn(texts: readonly { readonly text: string; readonly yMm: number }[], first: number): string {
  const yMm = texts[first]?.yMm ?? 0;
  const end = texts.findIndex((piece, index) => index > first && Math.abs(piece.yMm - yMm) > 0.1);
  const line = texts.slice(first, end === -1 ? undefined : end);
  return line.map(({ text }) => text.replace(/\s/g, '')).join('');
}

type Matrix = readonly [number, number, number, number, number, number];

/** Paths without height, followed through the page's transformations. */
function levelLines({ fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }): Line[] {
  const lines: Line[] = [];
  const kept: Matrix[] = [];
  let now: Matrix = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operator, index) => {
    const operands = argsArray[index] as unknown[] | null;
    if (operator === OPS.save) kept.push(now);
    else if (operator === OPS.restore) now = kept.pop() ?? now;
    else if (operator === OPS.transform) now = times(now, operands as unknown as Matrix);
    else if (operator === OPS.constructPath && operands?.[2] !== null && operands?.[2] !== undefined) {
      const [minX, minY, maxX, maxY] = Array.from(operands[2] as ArrayLike<number>) as [number, number, number, number];
      const [x1, y1] = moved(now, minX, minY);
      const [x2, y2] = moved(now, maxX, maxY);
      if (Math.abs(y2 - y1) < 0.05)
        lines.push({ xMm: Math.min(x1, x2) * MM_PER_POINT, yMm: y1 * MM_PER_POINT, lengthMm: Math.abs(x2 - x1) * MM_PER_POINT });
    }
  });
  return lines;
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
