/** Law: the pathways that are named where cables find no room are full, part the two ends of every such cable, and are the fewest that do. */
import { expect, it } from 'vitest';
import { must } from '../../shared/assert.ts';
import { derive, type Derived } from '../../shared/engine/engine.ts';
import { crowdedHall, roomMm2 } from '../support/crowdedHall.ts';
import { lawRuns } from '../support/runs.ts';
import { TRUNK } from '../support/testCatalog.ts';
import { ruledTightHall } from '../support/tightHall.ts';

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

/** Pieces of pathways between places where cables land, by what lies in them without the cables that find no room. */
interface Piece {
  readonly from: string;
  readonly to: string;
  readonly isFull: boolean;
}

function piecesOf({ survey, cabling }: Derived, cable: number): Piece[] {
  const { network, accesses } = survey;
  const out = new Set(cabling.crowdings.flatMap(({ cables }) => cables));
  const family = (row: number) => must(cabling.families[must(cabling.cables.family[row], 'family')], 'family');
  const areaMm2 = (row: number): number => (Math.PI / 4) * family(row).outerDiameterMm ** 2;
  const lying = Array.from({ length: cabling.cables.count }, (_, row) => row).filter(
    (row) => !out.has(row) && cabling.cables.route[row]! >= 0,
  );
  return Array.from({ length: network.edgeCount }, (_, edge) => edge).flatMap((edge) => {
    const marks = accesses.flatMap(({ segment, alongMm }) => (segment === edge ? [alongMm] : []));
    const at = [...new Set([0, ...marks, must(network.edgeLengthMm[edge], 'length')])].sort((a, b) => a - b);
    const segment = network.segments[edge];
    return at.slice(1).map((toMm, before): Piece => {
      const fromMm = must(at[before], 'mark');
      const over = lying.filter((row) =>
        must(cabling.routes[must(cabling.cables.route[row], 'route')], 'route').steps.some(
          (step) => step.edge === edge && Math.min(step.fromMm, step.toMm) < toMm && Math.max(step.fromMm, step.toMm) > fromMm,
        ),
      );
      const area = [...over, cable].reduce((sum, row) => sum + areaMm2(row), 0);
      const mass = [...over, cable].reduce((sum, row) => sum + family(row).massGPerM, 0);
      const isFull = segment !== undefined && (area > roomMm2(segment) + 1e-6 || mass > (segment.massLimitGPerM ?? Infinity) + 1e-6);
      const point = (mm: number): string =>
        mm === 0 ? `v${network.edgeFrom[edge]}` : mm === network.edgeLengthMm[edge] ? `v${network.edgeTo[edge]}` : `${edge} ${mm}`;
      return { from: point(fromMm), to: point(toMm), isFull };
    });
  });
}

/** The fewest full pieces that part two sets of points, by as many ways as share no full piece: Ford and Fulkerson, way by way. */
function fewestFull(pieces: readonly Piece[], starts: ReadonlySet<string>, ends: ReadonlySet<string>): number {
  const flow = new Int32Array(pieces.length);
  for (let count = 0; ; count += 1) {
    const cameBy = new Map<string, readonly [piece: number, forward: boolean] | null>([...starts].map((start) => [start, null]));
    const queue = [...starts];
    for (const point of queue) {
      pieces.forEach(({ from, to, isFull }, piece) => {
        for (const [here, next, forward] of [
          [from, to, true],
          [to, from, false],
        ] as const) {
          if (here !== point || cameBy.has(next) || (isFull && flow[piece]! * (forward ? 1 : -1) >= 1)) continue;
          cameBy.set(next, [piece, forward]);
          queue.push(next);
        }
      });
    }
    const end = [...ends].find((point) => cameBy.has(point));
    if (end === undefined) return count;
    let [point, isHindered] = [end, false];
    for (let step = cameBy.get(point); step !== null && step !== undefined; step = cameBy.get(point)) {
      const [piece, forward] = step;
      flow[piece]! += forward ? 1 : -1;
      isHindered ||= must(pieces[piece], 'piece').isFull;
      point = forward ? must(pieces[piece], 'piece').from : must(pieces[piece], 'piece').to;
    }
    if (!isHindered) return Infinity;
  }
}

it('names no more than a flow of its own says must give way', () => {
  const { numRuns, seed } = lawRuns(60, 3000);
  const sizes = new Set<number>();
  // In the first, of two cables that three pathways part, two part one alone.
  for (const hall of [20_263_016, ...Array.from({ length: numRuns }, (_, run) => seed + run)]) {
    const derived = derive(crowdedHall(hall));
    const { survey, cabling } = derived;
    for (const { segments, cables } of cabling.crowdings) {
      const cable = must(cables[0], 'cable');
      const link = must(cabling.cables.firstLink[cable], 'link');
      const pointsOf = (device: number): Set<string> => {
        const { cabinet } = must(survey.devices[device], 'device');
        const { network } = survey;
        return new Set(
          survey.accesses.flatMap((access) => {
            if (access.cabinet !== cabinet) return [];
            const { segment: edge, alongMm: mm } = access;
            return [
              mm === 0 ? `v${network.edgeFrom[edge]}` : mm === network.edgeLengthMm[edge] ? `v${network.edgeTo[edge]}` : `${edge} ${mm}`,
            ];
          }),
        );
      };
      const [a, b] = [pointsOf(must(cabling.links.aDevice[link], 'a')), pointsOf(must(cabling.links.bDevice[link], 'b'))];
      const fewest = fewestFull(piecesOf(derived, cable), a, b);
      expect([`hall ${hall}`, fewest < segments.length]).toEqual([`hall ${hall}`, false]);
      expect(fewest).toBeLessThan(Infinity);
      sizes.add(segments.length);
    }
  }
  // A single pathway is the fewest by itself: there are larger cuts among them.
  expect(Math.max(...sizes)).toBeGreaterThan(1);
});

it('names what is full where cables are pinned and kept apart, too', () => {
  const { numRuns, seed } = lawRuns(150, 3000);
  let named = 0;
  for (let run = 0; run < numRuns; run += 1) {
    const plan = ruledTightHall(seed + run, 'spoiled');
    const { survey, cabling } = derive(plan);
    const apart = new Set(cabling.rules?.apart.flatMap(({ kind, cables }) => (kind === 'apart' ? cables : [])));
    for (const { segments, cables } of cabling.crowdings) {
      expect(segments.length, `hall ${seed + run}`).toBeGreaterThan(0);
      // Those that are kept apart may be parted by each other alone, and any of them may be the one without room.
      if (cables.some((cable) => apart.has(cable))) continue;
      named += 1;
      const full = segments.map((row) => must(survey.network.segments[row], 'segment'));
      full.forEach((segment, index) => {
        const row = must(segments[index], 'row');
        // A way past a pin may pass a pathway twice.
        const isFull =
          must(cabling.loads.areaMm2[row], 'load') + 2 * MOST_MM2 > roomMm2(segment) ||
          must(cabling.loads.massGPerM[row], 'load') + 2 * TRUNK.massGPerM > (segment.massLimitGPerM ?? Infinity);
        expect(isFull, `hall ${seed + run}, ${segment.id}`).toBe(true);
      });
      const shut = new Map(plan.segments);
      for (const segment of full) shut.set(segment.id, { ...segment, widthMm: 1, depthMm: 1 });
      const stuck = new Set(derive({ ...plan, segments: shut }).cabling.crowdings.flatMap((crowding) => crowding.cables));
      for (const cable of cables) expect(stuck.has(cable), `hall ${seed + run}, cable ${cable}`).toBe(true);
    }
  }
  expect(named).toBeGreaterThan(numRuns / 20);
});
