import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../../shared/assert.ts';
import { clipOf, clipText, parseClip } from '../../../shared/commands/clip.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { idsForPaste, pasteThings, type PasteThings } from '../../../shared/commands/paste.ts';
import { emptyPlan } from '../../../shared/plan/emptyPlan.ts';
import { newIds } from '../../../shared/plan/ids.ts';
import { parsePlanText } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { PlanBuilder, rectangle } from '../../support/planBuilder.ts';
import { SeededRandom } from '../../support/random.ts';

const builder = new PlanBuilder()
  .hall()
  .cabinet('A01', 3000, 2000, { row: 'A' })
  .cabinet('A02', 3600, 2000, { row: 'A' })
  .cabinet('B01', 3000, 5000)
  .device('n1', 'A01', 10)
  .device('s1', 'A02', 20)
  .device('s2', 'B01', 20)
  .link('inside', 'n1:p1', 's1:p1')
  .link('across', 'n1:p2', 's2:p1')
  .obstacle('col', rectangle(8000, 8000, 400, 400))
  .junction('j', 1000, 1000)
  .junction('k', 5000, 1000)
  .segment('t', 'j', 'k');

const plan: Plan = {
  ...builder.build(),
  groups: new Map([
    [
      'g',
      {
        id: 'g',
        name: 'Pod',
        members: [
          { kind: 'cabinet', id: 'A01' },
          { kind: 'cabinet', id: 'A02' },
        ],
      },
    ],
  ]),
  dimensions: new Map([
    [
      'd',
      {
        id: 'd',
        hall: 'H',
        a: { kind: 'cabinet', id: 'A01', corner: 0 },
        b: { kind: 'obstacle', id: 'col', corner: 0 },
        axis: 'x',
        offsetMm: 0,
        leastMm: 900,
        mostMm: null,
      },
    ],
  ]),
};

const all = { cabinets: ['A01', 'A02'], obstacles: ['col'], segments: ['t'] };

function pasted(into: Plan, clip: Plan, change: Partial<PasteThings> = {}): Plan {
  const random = new SeededRandom(7);
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.between(0, 255));
  const ids = idsForPaste(clip, (table, count) => newIds(table, count, into, bytes));
  const [hall] = into.halls.keys();
  const run = runCommand(into, pasteThings, { clip, hall: must(hall, 'hall'), dxMm: 500, dyMm: -100, ids, ...change });
  if (!run.ok) throw new Error(run.error.message);
  const { plan: next, step } = run.value;
  expect(serializePlan(undoStep(next, must(step, 'step')))).toBe(serializePlan(into));
  expect(parsePlanText(serializePlan(next)).ok).toBe(true);
  return next;
}

function clipped(picked: Parameters<typeof clipOf>[1]): Plan {
  const read = parseClip(clipText(must(clipOf(plan, picked), 'clip')));
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

const names = (things: ReadonlyMap<string, { readonly name: string }>): string[] => [...things.values()].map(({ name }) => name).sort();

describe('copy and paste', () => {
  it('brings what is whole: devices, links within, groups, dimensions, trays with their joints', () => {
    const next = pasted(plan, clipped(all));
    expect(names(next.cabinets)).toEqual(['A01', 'A02', 'A03', 'A04', 'B01']);
    expect([next.devices.size, next.links.size, next.segments.size, next.junctions.size]).toEqual([5, 3, 2, 4]);
    expect(names(next.groups)).toEqual(['Pod', 'Pod 2']);
    const copies = [...next.cabinets.values()].filter(({ id }) => !plan.cabinets.has(id));
    expect(copies.map(({ xMm, yMm, row }) => [xMm, yMm, row]).sort()).toEqual([
      [3500, 1900, 'A'],
      [4100, 1900, 'A'],
    ]);
    const dimension = must(
      [...next.dimensions.values()].find(({ id }) => id !== 'd'),
      'dimension',
    );
    expect(dimension.leastMm).toBe(900);
    expect(plan.cabinets.has(dimension.a.kind === 'cabinet' ? dimension.a.id : 'A01')).toBe(false);
    expect(pasted(plan, clipped({ cabinets: ['A01'] })).dimensions.size).toBe(1);
  });

  it('brings the catalog entries that another plan lacks, and keeps names that are free there', () => {
    const other: Plan = {
      ...emptyPlan('Other'),
      halls: new Map([['H9', { ...must(plan.halls.get('H'), 'hall'), id: 'H9', name: 'Other hall' }]]),
    };
    const next = pasted(other, clipped(all), { dxMm: 0, dyMm: 0 });
    expect(names(next.cabinets)).toEqual(['A01', 'A02']);
    expect([...next.cabinets.values()].map(({ xMm }) => xMm).sort()).toEqual([3000, 3600]);
    expect([...next.cabinets.values()].every(({ hall }) => hall === 'H9')).toBe(true);
    expect(next.catalog.cabinetModels.size).toBeGreaterThan(0);
    expect(next.links.size).toBe(1);
    const known = { ...must([...plan.catalog.cabinetModels.values()][0], 'model'), name: 'Ours' };
    const own = pasted({ ...other, catalog: { ...other.catalog, cabinetModels: new Map([[known.id, known]]) } }, clipped(all));
    expect(own.catalog.cabinetModels.get(known.id)?.name).toBe('Ours');
  });

  it('copies nothing where there is nothing, or where it lies in two halls', () => {
    expect(clipOf(plan, {})).toBeNull();
    expect(clipOf(plan, { dimensions: ['d'] })).toBeNull();
    const two = new PlanBuilder().hall('H').hall('G').cabinet('A', 0, 0).cabinet('B', 0, 0, { hall: 'G' }).build();
    expect(clipOf(two, { cabinets: ['A', 'B'] })).toBeNull();
  });

  it('refuses foreign, newer and damaged text in one line', () => {
    const code = (text: string): string => {
      const read = parseClip(text);
      return read.ok ? 'read' : read.error.code;
    };
    const text = clipText(must(clipOf(plan, all), 'clip'));
    expect(code('hello\nworld')).toBe('clip.foreign');
    expect(code(text.replace('things 1', 'things 2'))).toBe('clip.newer');
    fc.assert(
      fc.property(fc.nat({ max: text.length - 2 }), (cut) => {
        const read = parseClip(text.slice(0, cut));
        expect(!read.ok && !read.error.message.includes('\n')).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(code(text.replaceAll('\n', '\r\n'))).toBe('read');
  });
});
