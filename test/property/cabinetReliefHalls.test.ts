/**
 * Law: where openings and managers of whole halls are tight, cables make way without losing theirs, without making an opening, a manager or
 * a pathway worse, and without leaving what rules make of their ways.
 */
import { describe, expect, it } from 'vitest';
import { must } from '../../shared/assert.ts';
import { cabinetRoom, type PartRoom } from '../../shared/cabling/cabinets/partLimits.ts';
import { explainCable } from '../../shared/cabling/explainCable.ts';
import { isOver } from '../../shared/cabling/pathwayFill.ts';
import { RouteStatus } from '../../shared/cabling/types.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { randomHall } from '../support/randomHall.ts';
import { roomyCabinets } from '../support/roomyCabinets.ts';
import { ruledHall } from '../support/ruledHall.ts';
import { lawRuns } from '../support/runs.ts';
import { withTightCabinets } from '../support/tightCabinets.ts';
import { ruledTightHall, tightHall } from '../support/tightHall.ts';

const HALLS: Readonly<Record<string, (seed: number) => Plan>> = {
  plain: randomHall,
  ruled: (seed) => ruledHall(seed, { zones: true, pins: true, apart: true }),
  'with tight trays': (seed) => tightHall(seed, 'sound'),
  'with rules and tight trays': (seed) => ruledTightHall(seed, 'spoiled'),
};

/** Parts that are too full, and hold more than before. */
function worse(now: PartRoom, before: PartRoom): number[] {
  const isWorse = (used: number, part: number): boolean =>
    isOver(used, must(now.limitMm2[part], 'limit')) && isOver(used, must(before.usedMm2[part], 'use'));
  return [...now.usedMm2.keys()].filter((part) => isWorse(must(now.usedMm2[part], 'use'), part));
}

/** Errors of pathways and rules: those of lengths may follow from longer ways. */
function errorsOnWays({ findings }: Derived): string[] {
  return findings
    .filter(({ code, severity }) => severity === 'error' && /^(pathway|route|diversity|cable\.no)/u.test(code))
    .map(({ code, ids }) => `${code}: ${ids.join(' ')}`);
}

describe.each(Object.entries(HALLS))('halls %s with tight cabinets', (_, hall) => {
  const { numRuns, seed: first } = lawRuns(40, 400);
  let relieved = 0;

  it.each(Array.from({ length: numRuns }, (_run, at) => first + at))('lose and worsen nothing, hall %i', (seed) => {
    const plan = withTightCabinets(hall(seed % 100_000), seed);
    const [now, before] = [derive(plan), derive(roomyCabinets(plan))];
    const [room, roomBefore] = [now, before].map(({ cabling }) => cabinetRoom(plan.settings, now.survey, cabling));
    for (const kind of ['openings', 'managers'] as const)
      expect(worse(must(room, 'room')[kind], must(roomBefore, 'room')[kind])).toEqual([]);
    const { cables } = now.cabling;
    for (let cable = 0; cable < cables.count; cable += 1) {
      const isLost = ({ cabling }: Derived): boolean => cabling.cables.status[cable] === RouteStatus.noRoute;
      expect({ cable, isLost: isLost(now) }).toEqual({ cable, isLost: isLost(before) });
      const { terms, pathMm } = explainCable(now, cable);
      expect(terms.reduce((sum, { lengthMm }) => sum + lengthMm, 0)).toBe(pathMm ?? 0);
      if (cables.yields[cable] !== 0) relieved += 1;
    }
    const known = errorsOnWays(before);
    expect(errorsOnWays(now).filter((error) => !known.includes(error))).toEqual([]);
  });

  it('send many cables another way', () => {
    expect(relieved).toBeGreaterThan(numRuns / 4);
  });
});
