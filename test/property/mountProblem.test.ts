/** Law: whoever asks before mounting hears what the checks would find afterwards. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeUnit, mountProblem } from '../../shared/checks/mountProblem.ts';
import { derive } from '../../shared/engine/engine.ts';
import { fittingsBuilder, HALF_SWITCH, UPRIGHT_PDU } from '../support/fittings.ts';
import type { PlanBuilder } from '../support/planBuilder.ts';
import { SERVER } from '../support/testCatalog.ts';

const CODES = new Set(['unit.taken-twice', 'unit.front-rear-clash', 'device.outside-units', 'device.too-deep', 'device.too-wide']);

const device = fc.record({
  type: fc.constantFrom('test/server', 'test/switch', HALF_SWITCH.id, UPRIGHT_PDU.id),
  cabinet: fc.constantFrom('A', 'W'),
  positionU: fc.integer({ min: 1, max: 54 }),
  face: fc.constantFrom('front' as const, 'rear' as const),
  hand: fc.constantFrom('left' as const, 'right' as const, undefined),
});

function planOf(devices: readonly Parameters<PlanBuilder['device']>[3][]): PlanBuilder {
  const builder = fittingsBuilder().hall().cabinet('A', 3000, 3000).cabinet('W', 6000, 3000, { model: 'test/wide-cabinet' });
  devices.forEach((one, i) => builder.device(`d${i}`, one?.cabinet ?? 'A', one?.positionU ?? 1, one));
  return builder;
}

describe('mounting', () => {
  it('has a problem exactly where the checks have a finding', () => {
    fc.assert(
      fc.property(fc.array(device, { minLength: 1, maxLength: 6 }), (devices) => {
        const plan = planOf(devices).build();
        const findings = derive(plan).findings.filter(({ code }) => CODES.has(code));
        for (const id of plan.devices.keys()) {
          expect(mountProblem(plan, [id]) !== null, id).toBe(findings.some(({ ids }) => ids.includes(id)));
        }
        expect(mountProblem(plan, [...plan.devices.keys()]) !== null).toBe(findings.length > 0);
      }),
    );
  });

  it('offers a free unit where there is one, and none where every unit has a problem', () => {
    fc.assert(
      fc.property(fc.array(device, { maxLength: 6 }), fc.constantFrom('A', 'W'), (devices, cabinet) => {
        const plan = planOf(devices).build();
        const problemAt = (positionU: number) =>
          mountProblem(planOf([...devices, { type: SERVER.id, cabinet, positionU, face: 'front' }]).build(), [`d${devices.length}`]);
        const lowest = Array.from({ length: 52 }, (_, i) => i + 1).find((unit) => problemAt(unit) === null) ?? null;
        expect(freeUnit(plan, cabinet, { id: 'new', type: SERVER, face: 'front' })).toBe(lowest);
      }),
      { numRuns: 30 },
    );
  });
});
