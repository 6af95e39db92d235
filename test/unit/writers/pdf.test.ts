import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { PAPER_NAMES, PAPERS } from '../../../shared/sheets/papers.ts';
import { bareSheet, HOSTILE_TEXTS, pdfOf, sheetsOf, textMark } from '../../support/sheetFiles.ts';
import { smallHall } from '../../support/sheetPlans.ts';

const POINTS = 72 / 25.4;

async function open(bytes: Uint8Array) {
  return getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;
}

async function textOf(bytes: Uint8Array, page = 1): Promise<string[]> {
  const content = await (await (await open(bytes)).getPage(page)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).filter((text) => text !== '');
}

describe('PDF', () => {
  const sheets = sheetsOf(smallHall(), 'A3', 'plan', 'elevations', 'pull', 'labels');

  it('has a page of exact size for each sheet, on every paper', async () => {
    for (const name of PAPER_NAMES) {
      const document = await open((await pdfOf(sheetsOf(smallHall(), name, 'plan', 'labels'))).bytes);
      const { widthMm, heightMm } = PAPERS[name];
      for (let number = 1; number <= document.numPages; number += 1) {
        const [x, y, width, height] = (await document.getPage(number)).view as [number, number, number, number];
        expect([x, y]).toEqual([0, 0]);
        const sides = [width, height].sort((a, b) => a - b);
        expect(sides[0]).toBeCloseTo(Math.min(widthMm, heightMm) * POINTS, 3);
        expect(sides[1]).toBeCloseTo(Math.max(widthMm, heightMm) * POINTS, 3);
      }
    }
  });

  it('keeps text as text, in order of the sheets', async () => {
    const { bytes } = await pdfOf(sheets);
    expect((await open(bytes)).numPages).toBe(sheets.length);
    const plan = await textOf(bytes);
    for (const word of ['COLD AISLE', 'Halden 1', '2026-03-14', 'A01', '1:50']) expect(plan).toContain(word);
    expect(await textOf(bytes, 2)).toContain('Elevations, row A');
    expect(await textOf(bytes, 4)).toContainEqual(expect.stringContaining('Bring:'));
  });

  it('draws the check bar 283.46 points long', async () => {
    const sheet = { ...sheets[0]!, marks: sheets[0]!.marks.filter((mark) => mark.owner === 'check-bar') };
    const page = await (await open((await pdfOf([sheet])).bytes)).getPage(1);
    const list = await page.getOperatorList();
    let scale = 1;
    let lengthMm = 0;
    list.fnArray.forEach((operator, i) => {
      const operands = list.argsArray[i] as unknown[] | null;
      if (operator === OPS.transform) scale *= Math.abs((operands as number[])[0]!);
      if (operator === OPS.constructPath) {
        const [minX, , maxX] = Array.from(operands![2] as ArrayLike<number>);
        lengthMm = maxX! - minX!;
      }
    });
    expect(lengthMm * scale).toBeGreaterThan(283.45);
    expect(lengthMm * scale).toBeLessThan(283.47);
  });

  it('embeds subsets of the fonts', async () => {
    const { bytes } = await pdfOf([sheets[0]!]);
    const raw = Buffer.from(bytes).toString('latin1');
    const bases = new Set([...raw.matchAll(/\/BaseFont \/([A-Z]{6})\+(\S+)/g)].map((match) => match[2]));
    expect(bases).toEqual(new Set(['Inter-Regular', 'Inter-SemiBold']));
    expect(raw.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(2);
    expect(bytes.length).toBeLessThan(60_000);
  });

  it('lists the layers, so that viewers can switch them', async () => {
    const document = await open((await pdfOf([sheets[0]!])).bytes);
    const config = await document.getOptionalContentConfig();
    const names = [...config].map(([, group]) => (group as { name: string }).name);
    for (const layer of ['A-WALL', 'T-EQPM', 'T-CABT-2500', 'A-ANNO-TTLB']) expect(names).toContain(layer);
  });

  it('has a bookmark for each title', async () => {
    const outline = await (await open((await pdfOf(sheets)).bytes)).getOutline();
    expect(outline.map(({ title }) => title)).toEqual([...new Set(sheets.map(({ title }) => title))]);
  });

  it('takes its date from the title block, and a constant where that has none', async () => {
    const created = async (date: string): Promise<unknown> => {
      const { info } = await (await open((await pdfOf([bareSheet([])], date)).bytes)).getMetadata();
      return (info as Record<string, unknown>)['CreationDate'];
    };
    expect(await created('2026-03-14')).toBe('D:20260314000000Z');
    expect(await created('next week')).toBe('D:20000101000000Z');
    expect(await created('2026-99-99')).toBe('D:20000101000000Z');
  });

  it.each(HOSTILE_TEXTS)('survives the text %j', async (hostile) => {
    const { bytes } = await pdfOf([bareSheet([textMark(hostile), textMark('after', { at: { x: 20, y: 60 } })])]);
    const texts = await textOf(bytes);
    expect(texts).toContain('after');
  });

  it('notes the characters that the font lacks, once a sheet', async () => {
    const { notes } = await pdfOf([bareSheet([textMark('😀 שלום'), textMark('😀')])]);
    expect(notes).toEqual([{ sheet: 'bare', message: expect.stringMatching(/U\+05D5.*U\+1F600/) as unknown }]);
  });

  it('lets the host stop it between sheets', async () => {
    const { writePdf } = await import('../../../shared/writers/pdf.ts');
    const { createPdfDocument } = await import('../../../electron/cli/pdfDocument.ts');
    const { FONTS } = await import('../../support/sheetFiles.ts');
    const seen: number[] = [];
    const stopped = writePdf(sheets, {
      fonts: FONTS,
      createDocument: createPdfDocument,
      onProgress: (count) => {
        seen.push(count);
        if (count === 2) throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(seen).toEqual([1, 2]);
  });

  it('names its maker alike from every host, and no library', async () => {
    const { info } = await (await open((await pdfOf([sheets[0]!], '2026-03-14')).bytes)).getMetadata();
    expect(info).toMatchObject({ Creator: 'Raceway', Producer: 'Raceway', CreationDate: 'D:20260314000000Z' });
  });

  it('is the same bytes in another time zone, language and process', async () => {
    const here = createHash('sha256')
      .update((await pdfOf(sheets)).bytes)
      .digest('hex');
    const program = fileURLToPath(new URL('../../support/pdfDigest.ts', import.meta.url));
    const there = [
      { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'C' },
    ].map((env) => execFileSync(process.execPath, [program], { env: { ...process.env, ...env }, encoding: 'utf8' }).trim());
    expect(there).toEqual([here, here]);
  });
});
