/** Drawings under the plan: their scale, their bytes, and what comes back with undo. */
import { describe, expect, test } from 'vitest';
import { redoStep, runCommand, undoStep, type Step } from '../../../shared/commands/history.ts';
import { removeThings } from '../../../shared/commands/remove.ts';
import {
  addUnderlay,
  calibrateUnderlay,
  checkUnderlay,
  colorUnderlays,
  restoreDrawing,
  setUnderlays,
  turnPage,
} from '../../../shared/commands/underlays.ts';
import type { Command } from '../../../shared/commands/command.ts';
import { scaleErrorPct, toDrawing, toFloor } from '../../../shared/drawings/underlayPlace.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { serializePlan } from '../../../shared/plan/serializePlan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import type { DrawingFile, Underlay } from '../../../shared/plan/underlays.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { underlayOf } from '../../support/randomUnderlayCommands.ts';

const FILE: DrawingFile = { id: 'digest', name: 'office.png', kind: 'png', byteCount: 3, packing: 'none', data: 'AAAA' };

function hallPlan(): Plan {
  return new PlanBuilder().hall().build();
}

function run<A>(plan: Plan, command: Command<A>, args: A): { readonly plan: Plan; readonly step: Step } {
  const outcome = runCommand(plan, command, args);
  if (!outcome.ok || outcome.value.step === null) throw new Error(outcome.ok ? 'nothing changed' : outcome.error.message);
  return { plan: outcome.value.plan, step: outcome.value.step };
}

function withOffice(): Plan {
  const plan = hallPlan();
  const hall = [...plan.halls.keys()][0]!;
  const office: Underlay = {
    ...underlayOf('und-1', hall, FILE.id),
    widthUnits: 3047,
    heightUnits: 1717,
    xMm: 500,
    yMm: -700,
    rotationDeg: 30,
  };
  return run(plan, addUnderlay, { underlay: office, file: FILE }).plan;
}

/** The measured lines of the office plan, in pixels as traced by its makers. */
const FIRST = { fromX: 200, fromY: 300, toX: 200 + 1101.83, toY: 300, distanceMm: 9315 };
const SECOND = { fromX: 300, fromY: 100, toX: 300, toY: 100 + 991.58, distanceMm: 8409 };
const LONG = { fromX: 50, fromY: 900, toX: 50 + 2374.04, toY: 900, distanceMm: 20_089 };

describe('scale', () => {
  test('comes from two places, of which the first stays where it is', () => {
    const plan = withOffice();
    const before = toFloor(plan.underlays.get('und-1')!, { x: 200, y: 300 });
    const after = run(plan, calibrateUnderlay, { id: 'und-1', span: FIRST }).plan.underlays.get('und-1')!;
    expect(after.mmPerUnit).toBeCloseTo(8.4541, 4);
    const stood = toFloor(after, { x: 200, y: 300 });
    expect(Math.hypot(stood.xMm - before.xMm, stood.yMm - before.yMm)).toBeLessThan(1);
    expect((after.mmPerUnit * after.widthUnits) / 1000).toBeCloseTo(25.8, 1);
  });

  test('is tried against a second distance, whose error is told in percent', () => {
    const { plan } = run(withOffice(), calibrateUnderlay, { id: 'und-1', span: FIRST });
    const checked = run(plan, checkUnderlay, { id: 'und-1', span: SECOND }).plan.underlays.get('und-1')!;
    expect(checked.mmPerUnit).toBeCloseTo(8.4541, 4);
    expect(scaleErrorPct(checked.mmPerUnit, checked.check!)).toBeCloseTo(-0.31, 2);
    expect(scaleErrorPct(checked.mmPerUnit, LONG)).toBeCloseTo(-0.093, 2);
    const again = run(run(plan, checkUnderlay, { id: 'und-1', span: SECOND }).plan, calibrateUnderlay, { id: 'und-1', span: LONG });
    expect(again.plan.underlays.get('und-1')!.check).toBeNull();
  });

  test('is refused from one place, and cannot be checked before it is known', () => {
    const plan = withOffice();
    expect(runCommand(plan, calibrateUnderlay, { id: 'und-1', span: { ...FIRST, toX: 200 } }).ok).toBe(false);
    expect(runCommand(plan, checkUnderlay, { id: 'und-1', span: SECOND }).ok).toBe(false);
  });

  test('leads from the drawing to the floor and back', () => {
    const underlay = withOffice().underlays.get('und-1')!;
    const back = toDrawing(underlay, toFloor(underlay, { x: 12.5, y: -7 }));
    expect([back.x, back.y].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([12.5, -7]);
  });
});

describe('colors', () => {
  test('of a DXF are its own or one ink, by a named step that comes back whole; a plan from before has one ink', () => {
    const before = withOffice();
    const dxf = { ...before, underlays: new Map([...before.underlays].map(([id, one]) => [id, { ...one, kind: 'dxf' as const }])) };
    expect(serializePlan(dxf)).not.toContain('ownColors');
    const colored = run(dxf, colorUnderlays, { ids: ['und-1'], ownColors: true });
    expect([colored.step.label, colored.plan.underlays.get('und-1')!.ownColors]).toEqual(['Draw Floor in its own colors', true]);
    const read = parsePlan(new TextEncoder().encode(serializePlan(colored.plan)));
    expect(read.ok ? read.value : read.error).toEqual(colored.plan);
    expect(undoStep(colored.plan, colored.step)).toEqual(dxf);
    const back = run(colored.plan, colorUnderlays, { ids: ['und-1'], ownColors: false });
    expect([back.step.label, serializePlan(back.plan)]).toEqual(['Draw Floor in one ink', serializePlan(dxf)]);
  });

  test('of a picture are not to be chosen', () => {
    expect(runCommand(withOffice(), colorUnderlays, { ids: ['und-1'], ownColors: true }).ok).toBe(false);
  });
});

describe('bytes', () => {
  test('are kept once, go with the last underlay and come back with undo', () => {
    const one = withOffice();
    const hall = [...one.halls.keys()][0]!;
    const two = run(one, addUnderlay, { underlay: underlayOf('und-2', hall, FILE.id), file: FILE });
    expect(JSON.stringify(two.step.redo)).not.toContain('AAAA');
    const left = run(two.plan, removeThings, { underlays: ['und-1'] });
    expect(left.plan.drawingFiles.size).toBe(1);
    const none = run(left.plan, removeThings, { underlays: ['und-2'] });
    expect(none.plan.drawingFiles.size).toBe(0);
    expect(undoStep(none.plan, none.step)).toEqual(left.plan);
    expect(redoStep(left.plan, none.step)).toEqual(none.plan);
  });

  test('go with the hall', () => {
    const plan = withOffice();
    const gone = run(plan, removeThings, { halls: [...plan.halls.keys()] });
    expect([gone.plan.underlays.size, gone.plan.drawingFiles.size]).toEqual([0, 0]);
  });

  test('may be missing: the plan opens, and they can be brought back', () => {
    const { drawingFiles: _, ...rest } = withOffice();
    const bare = parsePlan(new TextEncoder().encode(serializePlan({ ...rest, drawingFiles: new Map() })));
    if (!bare.ok) throw new Error(bare.error.message);
    expect([bare.value.underlays.size, bare.value.drawingFiles.size]).toEqual([1, 0]);
    expect(run(bare.value, restoreDrawing, { file: FILE }).plan.drawingFiles.size).toBe(1);
    expect(runCommand(bare.value, restoreDrawing, { file: { ...FILE, id: 'another' } }).ok).toBe(false);
  });

  test('and a change of opacity does not carry them', () => {
    const { step } = run(withOffice(), setUnderlays, { ids: ['und-1'], set: { opacityPct: 20 } });
    expect(JSON.stringify(step).length).toBeLessThan(300);
  });
});

test('a locked drawing keeps its place, and can be unlocked', () => {
  const plan = withOffice();
  expect(runCommand(plan, setUnderlays, { ids: ['und-1'], set: { xMm: 0 } }).ok).toBe(false);
  const free = run(plan, setUnderlays, { ids: ['und-1'], set: { locked: false } }).plan;
  expect(run(free, setUnderlays, { ids: ['und-1'], set: { xMm: 0 } }).plan.underlays.get('und-1')!.xMm).toBe(0);
});

test('another page of a PDF keeps its place, and must be measured itself; other drawings have no pages', () => {
  const { plan } = run(withOffice(), calibrateUnderlay, { id: 'und-1', span: FIRST });
  const page = { id: 'und-1', page: 3, widthUnits: 842, heightUnits: 595 };
  expect(runCommand(plan, turnPage, page)).toMatchObject({ ok: false });
  const pdf: Plan = { ...plan, underlays: new Map([['und-1', { ...plan.underlays.get('und-1')!, kind: 'pdf' }]]) };
  const turned = run(pdf, turnPage, page);
  const { xMm, yMm, mmPerUnit } = pdf.underlays.get('und-1')!;
  expect(turned.plan.underlays.get('und-1')).toMatchObject({
    page: 3,
    widthUnits: 842,
    xMm,
    yMm,
    mmPerUnit,
    calibration: null,
    check: null,
  });
  expect(undoStep(turned.plan, turned.step)).toEqual(pdf);
});
