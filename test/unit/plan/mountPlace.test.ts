import { describe, expect, it } from 'vitest';
import { freePlace, mountProblem, unitsUsed } from '../../../shared/checks/mountProblem.ts';
import { blankingPlaces, fillWithBlanking, takeOutBlanking } from '../../../shared/commands/blankingPanels.ts';
import { portsOfSurvey, portPlace } from '../../../shared/cabling/portTable.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { leftOfDeviceMm, leftSeenMm } from '../../../shared/plan/mountPlace.ts';
import { newIds } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { BLANKS, fittedCabinet, HALF_SWITCH, UPRIGHT_PDU } from '../../support/fittings.ts';
import { SeededRandom } from '../../support/random.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { CABINET, SERVER } from '../../support/testCatalog.ts';

const random = new SeededRandom(7);
const bytes = (count: number) => Uint8Array.from({ length: count }, () => random.between(0, 255));

function closed(plan: Plan): Plan {
  const count = blankingPlaces(plan, ['A'], BLANKS, 'front').length;
  const run = runCommand(plan, fillWithBlanking, {
    cabinets: ['A'],
    face: 'front',
    types: BLANKS,
    newIds: newIds('devices', count, plan, bytes),
  });
  if (!run.ok) throw new Error(run.error.message);
  return run.value.plan;
}

describe('where a device stands across the width', () => {
  it('is the middle, a half between the rails, or the room beside them; seen from behind it is the other way round', () => {
    const width = CABINET.widthMm;
    expect(leftOfDeviceMm(width, SERVER, {})).toBe(60);
    const [left, right] = (['left', 'right'] as const).map((hand) => leftOfDeviceMm(width, HALF_SWITCH, { hand }));
    expect([left, right].map((mm) => Math.round(mm!))).toEqual([79, 321]);
    expect(leftOfDeviceMm(width, UPRIGHT_PDU, { hand: 'right' })).toBeGreaterThan(540);
    expect(leftSeenMm(width, UPRIGHT_PDU, { face: 'rear', hand: 'right' }, 'front')).toBeLessThan(5);
    expect(left! + right! + HALF_SWITCH.widthMm).toBeCloseTo(width);
  });

  it('lets two share a unit side by side, and none share a half', () => {
    expect(mountProblem(fittedCabinet().build(), ['left', 'right', 'manager', 'server', 'pdu-a', 'pdu-b'])).toBeNull();
    const third = fittedCabinet().device('third', 'A', 1, { type: HALF_SWITCH.id, hand: 'right' }).build();
    expect(mountProblem(third, ['third'])).toBe('U1 is taken by right');
    // Behind the right one stands the left hand of the rear.
    const behind = fittedCabinet().device('deep', 'A', 1, { face: 'rear' }).build();
    expect(mountProblem(behind, ['deep'])).toContain('meets left');
  });

  it('is where its ports are, from which cables are measured', () => {
    const { survey } = derive(fittedCabinet().build());
    const ports = portsOfSurvey(survey);
    const at = (id: string) => portPlace(ports, survey.deviceRow.get(id)!, 0);
    expect([at('left').xMm, at('right').xMm]).toEqual([109, 351]);
    expect(at('pdu-a')).toMatchObject({ side: 'rear', zMm: 945 });
    expect([at('pdu-a').xMm, at('pdu-b').xMm]).toEqual([571, 29]);
  });

  it('fills no rack unit beside the rails, and must fit there', () => {
    const plan = fittedCabinet().build();
    const mounted = [...plan.devices.values()].map((device) => ({ device, type: plan.catalog.deviceTypes.get(device.type)! }));
    expect(unitsUsed(mounted)).toBe(4);
    const narrow = { ...CABINET, widthMm: 580 };
    const tight = fittedCabinet()
      .withCatalog({ cabinetModels: new Map([[narrow.id, narrow]]) })
      .build();
    expect(mountProblem(tight, ['pdu-a'])).toBe('it is 56 mm wide, A has 49 mm beside its rails');
    expect(derive(tight).findings.map(({ code }) => code)).toContain('device.too-wide');
  });

  it('is offered on the left, then on the right, then a unit higher', () => {
    const empty = fittedCabinet().build();
    const wanted = { id: 'new', type: HALF_SWITCH, face: 'front' } as const;
    expect(freePlace(empty, 'A', wanted)).toEqual({ positionU: 3, hand: 'left' });
    expect(freePlace(fittedCabinet().device('x', 'A', 3, { type: HALF_SWITCH.id }).build(), 'A', wanted)).toEqual({
      positionU: 3,
      hand: 'right',
    });
    expect(freePlace(empty, 'A', { ...wanted, type: UPRIGHT_PDU, face: 'rear' })).toBeNull();
  });
});

describe('blanking panels', () => {
  it('close every unit that is free on a side with the fewest pieces, are counted in the bill, and go again', () => {
    const plan = fittedCabinet().build();
    const full = closed(plan);
    const panels = [...full.devices.values()].filter(({ name }) => name.startsWith('Blank '));
    // U3, then U6 to U42.
    expect(panels.map(({ positionU, type }) => `${positionU} ${type.at(-2)}`)).toEqual([
      '3 1',
      ...[6, 10, 14, 18, 22, 26, 30, 34, 38].map((u) => `${u} 4`),
      '42 1',
    ]);
    expect(blankingPlaces(full, ['A'], BLANKS, 'front')).toEqual([]);
    expect(derive(full).findings).toEqual(derive(plan).findings);
    const { plan: priced, survey, cabling, takeoff } = derive(full);
    const bill = billOfMaterials(priced, survey, cabling, takeoff).lines.filter(({ description }) => description.startsWith('Blanking'));
    expect(bill.map(({ description, required }) => [description, required])).toEqual([
      ['Blanking panel 1U', 2],
      ['Blanking panel 4U', 9],
    ]);
    const open = runCommand(full, takeOutBlanking, { cabinets: ['A'] });
    expect(open.ok && [...open.value.plan.devices.keys()]).toEqual([...plan.devices.keys()]);
  });
});
