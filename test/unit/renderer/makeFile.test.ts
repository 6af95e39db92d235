import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadPdfLibrary } from '../../../electron/cli/pdfLibrary.ts';
import { exportFileName, exportMimeType } from '../../../renderer/state/exportNames.ts';
import { makeFile } from '../../../renderer/worker/makeFile.ts';
import { noteTexts } from '../../../renderer/worker/noteTexts.ts';
import type { ExportKind } from '../../../shared/engine/exports.ts';
import { derive } from '../../../shared/engine/engine.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { sheetSet } from '../../../shared/sheets/sheetSet.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const fonts = Promise.all([readFile('assets/fonts/Inter-Regular.ttf'), readFile('assets/fonts/Inter-SemiBold.ttf')]);

function twoHalls(): Plan {
  const plan = new PlanBuilder().hall().cabinet('A01', 1000, 1000).build();
  const [hall] = plan.halls.values();
  if (hall === undefined) throw new Error('the builder made no hall');
  return { ...plan, halls: new Map([...plan.halls, ['second', { ...hall, id: 'second', name: 'Second hall' }]]) };
}

async function made(plan: Plan, what: ExportKind) {
  const file = await makeFile(
    { plan, what },
    {
      loadFonts: async () => {
        const [regular, semibold] = await fonts;
        return { regular, semibold };
      },
      createPdfDocument: () => {
        throw new Error('no PDF is asked for');
      },
      loadPdfLibrary,
      onProgress: () => {},
    },
  );
  if (!file.ok) throw new Error(file.error.message);
  return file.value;
}

describe('drawings of a plan', () => {
  it.each(['sheets-svg', 'sheets-dxf'] as const)('%s: a file for every sheet of every hall, the same bytes each time', async (kind) => {
    const plan = twoHalls();
    const what = { kind, paper: 'A4', only: ['plan', 'elevations'], drawings: true, notes: true };
    const file = await made(plan, what);
    expect(file.packing).toBe('zip');
    const files = unzipSync(file.bytes);
    const ids = [...sheetSet(derive(plan), { paper: 'A4', only: ['plan', 'elevations'] })].map((sheet) => sheet.id);
    expect(ids.filter((id) => id.startsWith('plan-'))).toHaveLength(2);
    expect(Object.keys(files)).toHaveLength(ids.length);
    for (const [name, bytes] of Object.entries(files)) {
      expect(name).toMatch(kind === 'sheets-svg' ? /^\d+-[\w.-]+\.svg$/ : /^\d+-[\w.-]+\.dxf$/);
      expect(strFromU8(bytes)).toContain(kind === 'sheets-svg' ? '<svg' : 'SECTION');
    }
    expect((await made(plan, what)).bytes).toEqual(file.bytes);
  });

  it('are a plain file when there is one sheet', async () => {
    const plan = new PlanBuilder().hall().cabinet('A01', 1000, 1000).build();
    const file = await made(plan, { kind: 'sheets-svg', paper: 'A3', only: ['plan'], drawings: true, notes: true });
    expect(file.packing).toBe('plain');
    expect(strFromU8(file.bytes)).toContain('<svg');
  });
});

describe('the name of an export', () => {
  it('says what is packed', () => {
    const what: ExportKind = { kind: 'sheets-dxf', paper: 'A3', only: ['plan'], drawings: true, notes: true };
    expect(exportFileName('hall.raceway', what)).toBe('hall.dxf');
    expect(exportFileName('hall.raceway', what, 'zip')).toBe('hall-dxf.zip');
    expect(exportMimeType(what, 'zip')).toBe('application/zip');
  });
});

describe('notes of a writer', () => {
  it('are said once, with the sheet or how many there are', () => {
    const notes = ['a', 'b'].map((sheet) => ({ sheet, message: 'colors are the nearest' }));
    expect(noteTexts([...notes, { sheet: 'b', message: 'no arcs' }])).toEqual(['2 sheets: colors are the nearest', 'b: no arcs']);
  });
});
