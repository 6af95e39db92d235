import { expect, test } from 'vitest';
import type { CabinetPart } from '../../../shared/cabling/cabinetParts.ts';
import { setManagerArea } from '../../../shared/commands/cabinetModels.ts';
import { runCommand, undoStep } from '../../../shared/commands/history.ts';
import { elevationLayout } from '../../../renderer/elevation/elevationLayout.ts';
import { managerBars } from '../../../renderer/elevation/managerBars.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET } from '../../support/testCatalog.ts';

const plan = new PlanBuilder().hall().cabinet('A', 3000, 3000).build();
const layout = elevationLayout(plan, ['A'], 'both', 0.3);
const [frame] = layout.cabinets as [(typeof layout.cabinets)[number]];
const LIMITS = { planPct: 40, warnPct: 40, errorPct: 60 };

function part(side: 'front' | 'rear', hand: 'left' | 'right', fillPct: number | null, cables = 4): CabinetPart {
  return { place: { kind: 'manager', side, hand }, cables, usedAreaMm2: 1, areaMm2: fillPct === null ? null : 1, fillPct, massGPerM: 1 };
}

test('managers stand beside the rails on their own side, the rear seen from behind', () => {
  const parts = [part('front', 'left', 30), part('rear', 'left', 50), part('rear', 'right', 61), part('front', 'right', null, 0)];
  const [front, rear] = frame.faces.map((face) => managerBars(layout, frame, face, parts, LIMITS));
  const middles = (bars: typeof front, at: number): number[] =>
    bars!.map(({ box }) => Math.round(box.x + box.width / 2 - frame.faces[at]!.x));
  const wide = CABINET.widthMm * 0.3;
  const inset = Math.round(((CABINET.widthMm - 482.6) / 4) * 0.3);
  expect(middles(front, 0)).toEqual([inset]);
  expect(middles(rear, 1)).toEqual([Math.round(wide) - inset, inset]);
  expect([...front!, ...rear!].map(({ tone, percent }) => [tone, percent])).toEqual([
    ['plain', '30 %'],
    ['warning', '50 %'],
    ['error', '61 %'],
  ]);
  const { box, fillPx } = front![0]!;
  expect(fillPx! / box.height).toBeCloseTo(0.3, 9);
  expect(rear![1]!.title).toBe('Rear right manager: 4 cables, 61 % of 60 %');
});

test('an unknown size is told, never drawn as empty; what overflows fills its bar', () => {
  const bars = managerBars(layout, frame, frame.faces[0]!, [part('front', 'left', null), part('front', 'right', 140)], LIMITS);
  expect(bars.map(({ fillPx, percent }) => [fillPx, percent])).toEqual([
    [null, '?'],
    [bars[1]!.box.height, '140 %'],
  ]);
});

test('the size of a model’s managers is set for all its cabinets in one step, and taken back', () => {
  const sized = runCommand(plan, setManagerArea, { model: CABINET.id, area: { widthMm: 100, depthMm: 120 } });
  if (!sized.ok) throw new Error(sized.error.message);
  const { plan: after, step } = sized.value;
  expect(after.catalog.cabinetModels.get(CABINET.id)?.managerArea).toEqual({ widthMm: 100, depthMm: 120 });
  expect(undoStep(after, step!)).toEqual(plan);
  for (const area of [
    { widthMm: 0, depthMm: 10 },
    { widthMm: 10.5, depthMm: 10 },
  ])
    expect(runCommand(plan, setManagerArea, { model: CABINET.id, area }).ok).toBe(false);
  expect(runCommand(plan, setManagerArea, { model: 'nothing', area: null }).ok).toBe(false);
});

test('a size entered by hand says so among the sources, and one taken away leaves none', () => {
  const set = (on: typeof plan, area: { widthMm: number; depthMm: number } | null): typeof plan => {
    const ran = runCommand(on, setManagerArea, { model: CABINET.id, area });
    if (!ran.ok) throw new Error(ran.error.message);
    return ran.value.plan;
  };
  const sourcesOf = (of: typeof plan) => of.catalog.cabinetModels.get(CABINET.id)!.sources;
  const sized = set(plan, { widthMm: 100, depthMm: 120 });
  expect(sourcesOf(sized)).toEqual({ ...CABINET.sources, managerArea: 'entered by hand, as its maker gives it' });
  expect(sourcesOf(set(sized, null))).toEqual(CABINET.sources);
});
