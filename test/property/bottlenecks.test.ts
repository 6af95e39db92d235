/** Law: the pathways that are named where cables find no room are full, and part the two ends of every such cable. */
import { expect, it } from 'vitest';
import { must } from '../../shared/assert.ts';
import { derive } from '../../shared/engine/engine.ts';
import { crowdedHall, roomMm2 } from '../support/crowdedHall.ts';
import { lawRuns } from '../support/runs.ts';
import { TRUNK } from '../support/testCatalog.ts';

/** What the heavier of the two families takes. */
const MOST_MM2 = (Math.PI / 4) * TRUNK.outerDiameterMm ** 2;

it('names what is full and parts the ends', () => {
  const { numRuns, seed } = lawRuns(150, 3000);
  let named = 0;
  for (let run = 0; run < numRuns; run += 1) {
    const plan = crowdedHall(seed + run);
    const { survey, cabling } = derive(plan);
    for (const { segments, cables } of cabling.crowdings) {
      named += 1;
      const full = segments.map((row) => must(survey.network.segments[row], 'segment'));
      full.forEach((segment, index) => {
        const row = must(segments[index], 'row');
        const isFull =
          must(cabling.loads.areaMm2[row], 'load') + MOST_MM2 > roomMm2(segment) ||
          must(cabling.loads.massGPerM[row], 'load') + TRUNK.massGPerM > (segment.massLimitGPerM ?? Infinity);
        expect(isFull, `hall ${seed + run}, ${segment.id}`).toBe(true);
      });
      // With these pathways shut for all, the same cables find no room: no way goes past all of them.
      const shut = new Map(plan.segments);
      for (const segment of full) shut.set(segment.id, { ...segment, widthMm: 1, depthMm: 1 });
      const stuck = new Set(derive({ ...plan, segments: shut }).cabling.crowdings.flatMap((crowding) => crowding.cables));
      for (const cable of cables) expect(stuck.has(cable), `hall ${seed + run}`).toBe(true);
    }
  }
  expect(named).toBeGreaterThan(numRuns / 50);
});
