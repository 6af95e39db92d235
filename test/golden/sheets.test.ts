/**
 * Drawings of the small hall, mark for mark. A change of them is looked at, then taken over:
 * UPDATE_GOLDEN=1 vitest run --config test/vitest.config.ts test/golden/sheets.test.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SheetKind } from '../../shared/sheets/sheetContext.ts';
import { loadPdfLibrary } from '../../electron/cli/pdfLibrary.ts';
import { derive } from '../../shared/engine/engine.ts';
import { buildSheetTables } from '../../shared/looms/buildSheet.ts';
import { csvChunks } from '../../shared/writers/csv.ts';
import { writeDxf } from '../../shared/writers/dxf.ts';
import { writeSvg } from '../../shared/writers/svg.ts';
import { sheetSet } from '../../shared/sheets/sheetSet.ts';
import { readUnderlayPictures } from '../../shared/sheets/underlayPictures.ts';
import { underlaidHall } from '../support/underlaidHall.ts';
import { sheetsOf } from '../support/sheetFiles.ts';
import { BLANKS, fittedCabinet } from '../support/fittings.ts';
import { smallHall } from '../support/sheetPlans.ts';

const hall = smallHall();

function expectGolden(name: string, text: string): void {
  const file = new URL(`sheets/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  expect(existsSync(file)).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('sheets of the small hall', () => {
  it.each(['plan', 'elevations', 'pull', 'labels', 'looms'] as const)('%s as SVG', (kind: SheetKind) => {
    const [first] = sheetsOf(hall, 'A4', kind);
    expectGolden(`${kind}.svg`, writeSvg(first!, null).text);
  });

  it.each(['plan', 'elevations', 'pull', 'labels', 'looms'] as const)('%s in feet and inches', (kind: SheetKind) => {
    const [first] = sheetsOf({ ...hall, settings: { ...hall.settings, units: 'imperial' } }, 'A4', kind);
    expectGolden(`${kind}-imperial.svg`, writeSvg(first!, null).text);
  });

  it('elevation with half widths, what hangs beside the rails, and panels over free units', () => {
    const [first] = sheetsOf(fittedCabinet().device('blank', 'A', 6, { type: BLANKS[2]!.id }).build(), 'A4', 'elevations');
    expectGolden('elevation-fittings.svg', writeSvg(first!, null).text);
  });

  it('looms as CSV', () => {
    expectGolden('looms.csv', [...csvChunks(buildSheetTables(derive(hall))[0])].join(''));
  });

  it('plan with drawings under it', async () => {
    const plan = underlaidHall();
    const [first] = sheetSet(derive(plan), { paper: 'A4', only: ['plan'], pictures: await readUnderlayPictures(plan, loadPdfLibrary) });
    expectGolden('plan-underlaid.svg', writeSvg(first!, null).text);
    expectGolden('plan-underlaid.dxf', writeDxf(first!).text);
  });

  it('plan as DXF', () => {
    const [plan] = sheetsOf(hall, 'A4', 'plan');
    expectGolden('plan.dxf', writeDxf(plan!).text);
  });
});
