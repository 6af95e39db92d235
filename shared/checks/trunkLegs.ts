/** Trunks that come with legs of their maker's lengths reach every port, and are long enough between their breakout points. */
import { must } from '../assert.ts';
import { hasGivenLegs, longestLegsMm } from '../cabling/givenLegs.ts';
import { portsOf } from '../catalog/ports.ts';
import { legContext } from '../looms/loomLegs.ts';
import { trunkNeed, type TrunkLegNeed, type TrunkNeed } from '../looms/trunkLegs.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Trunk } from '../plan/types.ts';
import { cablePlace } from './cableGroups.ts';
import { counted, metres, millimetres } from './figures.ts';
import type { Check, CheckInput, Raised } from './types.ts';

/** One finding per end of a trunk, which names the port that is farthest out of reach. Legs that are unknown are no breach. */
export const trunkLegs: Check = {
  codes: ['trunk.leg-short', 'trunk.body-short'],
  title: 'Trunks reach their ports with the legs that their makers give',
  *run(input) {
    const { plan, survey, cabling } = input;
    if (![...plan.trunks.values()].some(({ family }) => isMadeWithLegs(input, family))) return;
    const context = legContext(plan, survey, cabling);
    for (const trunk of sortedById(plan.trunks)) {
      if (!isMadeWithLegs(input, trunk.family)) continue;
      const need = trunkNeed(context, trunk);
      if (need === null) continue;
      yield* shortLegs(input, trunk, need, 'A');
      yield* shortLegs(input, trunk, need, 'B');
      yield* shortBody(input, trunk, need);
    }
  },
};

function isMadeWithLegs({ plan }: CheckInput, id: string): boolean {
  const family = plan.catalog.cableFamilies.get(id);
  return family !== undefined && hasGivenLegs(family);
}

function missingMm({ needMm, givenMm }: TrunkLegNeed): number {
  return givenMm === null ? 0 : needMm - givenMm;
}

function* shortLegs({ survey, cabling }: CheckInput, { id, name }: Trunk, need: TrunkNeed, end: 'A' | 'B'): Generator<Raised> {
  const short = (end === 'A' ? need.legsA : need.legsB).filter((leg) => missingMm(leg) > 0).sort((a, b) => missingMm(b) - missingMm(a));
  const [worst] = short;
  if (worst === undefined) return;
  const { device, type } = must(survey.devices[worst.device], 'device');
  const port = must(portsOf(type)[worst.port], 'port').name;
  const others =
    short.length === 1 ? '' : `; ${counted(short.length - 1, 'other leg')} of this end ${short.length === 2 ? 'is' : 'are'} short too`;
  const givenMm = must(worst.givenMm, 'length of a leg');
  const nearer = need.legsFrom === 'manager' ? '' : `, or move ${device.name} ${millimetres(missingMm(worst))} nearer to the opening`;
  yield {
    code: 'trunk.leg-short',
    severity: 'error',
    ids: [id, device.id].sort(),
    place: cablePlace(survey, cabling, need.cable),
    message: `Leg ${worst.leg} of trunk ${name} (${need.family.name}) does not reach port ${port} of ${device.name} at end ${end}: it is ${millimetres(missingMm(worst))} short${others}`,
    required: `${millimetres(worst.needMm)} from the ${need.legsFrom === 'manager' ? 'cable manager' : 'breakout point'} to the port`,
    actual: `${millimetres(givenMm)} as its maker gives it`,
    mend: `Choose a trunk whose leg ${worst.leg} is at least ${millimetres(worst.needMm)} long at end ${end}${nearer}`,
  };
}

function* shortBody({ survey, cabling }: CheckInput, { id, name }: Trunk, need: TrunkNeed): Generator<Raised> {
  const legsMm = longestLegsMm(need.family);
  if (legsMm === null || need.leastBodyMm === null || need.leastBodyMm >= need.bodyNeedMm) return;
  yield {
    code: 'trunk.body-short',
    severity: 'error',
    ids: [id],
    place: cablePlace(survey, cabling, need.cable),
    message: `Trunk ${name} (${need.family.name}) is too short between its breakout points, as its maker’s legs take ${metres(legsMm)} of its length`,
    required: `${metres(need.bodyNeedMm)} between the breakout points`,
    actual: `${metres(need.leastBodyMm)} at its shortest`,
    mend: `Set its required length to at least ${metres(need.bodyNeedMm + legsMm)}, or choose a trunk with shorter legs`,
  };
}
