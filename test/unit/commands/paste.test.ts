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

describe('a door that is pasted', () => {
  const halls = new PlanBuilder()
    .hall()
    .hall('G', { outline: rectangle(0, 0, 9000, 6000) })
    .hall('tiny', { outline: rectangle(0, 0, 1500, 1500) })
    .door('D')
    .build();
  const clip = must(clipOf(halls, { doors: ['D'] }), 'clip');

  function pasted(hall: string, dxMm: number, dyMm: number, into: Plan = halls) {
    const ids = idsForPaste(clip, (table, count) => newIds(table, count, into, (size) => new Uint8Array(size).fill(into.doors.size)));
    return runCommand(into, pasteThings, { clip, hall, dxMm, dyMm, ids });
  }
  const last = (run: ReturnType<typeof pasted>) => (run.ok ? must([...run.value.plan.doors.values()].at(-1), 'door') : null);

  it('comes into the wall nearest to its place, and keeps its own sizes', () => {
    // Its middle is at 1500, 0: the eastern wall of the other hall is nearest to 8800, 3000.
    expect(last(pasted('G', 7300, 3000))).toMatchObject({
      hall: 'G',
      name: 'D',
      edge: 1,
      offsetMm: 2000,
      clearWidthMm: 2000,
      swing: 'out',
    });
    expect(last(pasted('G', 0, 0))).toMatchObject({ edge: 0, offsetMm: 500 });
    // Near a corner it is moved into the wall.
    expect(last(pasted('G', 7000, -100))).toMatchObject({ edge: 0, offsetMm: 7000 });
  });

  it('goes beside one that stands there, under a free name, and is refused in one line where it has no room', () => {
    const beside = must(last(pasted('H', 0, 0)), 'door');
    expect(beside).toMatchObject({ hall: 'H', edge: 0, name: 'D 2' });
    expect(beside.offsetMm).toBeGreaterThanOrEqual(2500);
    const none = pasted('tiny', 0, 0);
    expect(none.ok ? null : none.error.message).toBe('no wall of tiny is as long as D is wide');
    const first = pasted('G', 3000, -500);
    const wide = { ...clip, doors: new Map([['D', { ...must(clip.doors.get('D'), 'D'), clearWidthMm: 7000 }]]) };
    const ids = idsForPaste(clip, (_table, count) => Array.from({ length: count }, () => 'other'));
    const full = runCommand(must(first.ok ? first.value.plan : null, 'plan'), pasteThings, {
      clip: wide,
      hall: 'G',
      dxMm: 0,
      dyMm: 0,
      ids,
    });
    expect(full.ok ? null : full.error.message).toBe('the wall nearest to D has no room for it');
  });

  it('is read from the text of the clipboard as it was', () => {
    const read = parseClip(clipText(clip));
    expect(read.ok ? [...read.value.doors.values()] : null).toEqual([...clip.doors.values()]);
  });
});
