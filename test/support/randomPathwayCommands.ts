/** Random commands on pathways. */
import { joinToTray } from '../../shared/commands/joinToTray.ts';
import { layRun } from '../../shared/commands/layRun.ts';
import { addRun, setSegments } from '../../shared/commands/pathways.ts';
import { addRiser, levelsAt } from '../../shared/commands/risers.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { splitTrayAt, splitTrays } from '../../shared/commands/splitTrays.ts';
import { layAlongRow } from '../../shared/commands/trayAlongRow.ts';
import { cloneTrays, idsForTrayCopies, offsetTrays, type CloneTrays } from '../../shared/commands/trayCopies.ts';
import { newId, newIds, type RandomBytes } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { anyOf, bytesOf, some, type Runner } from './randomChoices.ts';

export const pathwayRunners: readonly Runner[] = [
  (plan, seed) => {
    const [first, second] = newIds('junctions', 2, plan, bytesOf(seed)) as [string, string];
    const [segment, newPart] = newIds('segments', 2, plan, bytesOf(seed)) as [string, string];
    const hall = anyOf(plan.halls.keys(), seed.a);
    return runCommand(plan, addRun, {
      junctions: [first, second].map((id, i) => ({ id, hall, xMm: seed.b + i * 1000, yMm: seed.c })),
      segments: [
        {
          id: segment,
          name: `T${seed.a}`,
          from: first,
          to: second,
          kind: 'basket',
          widthMm: 300,
          depthMm: 100,
          elevationMm: 2500,
          massLimitGPerM: null,
          acceptsDrops: true,
          surveyedLengthMm: null,
        },
      ],
      splits:
        seed.c % 2 === 0 && plan.segments.size > 0
          ? [{ segment: anyOf(plan.segments.keys(), seed.b), junction: first, newId: newPart }]
          : [],
    });
  },
  (plan, seed) =>
    runCommand(plan, layRun, {
      hall: anyOf(plan.halls.keys(), seed.a),
      points: [
        [seed.a * 10, seed.b * 10],
        [seed.a * 10, seed.c * 10],
        [seed.b * 10, seed.c * 10],
      ],
      as: {
        kind: 'ladder',
        widthMm: 300,
        depthMm: 100,
        elevationMm: seed.c % 2 === 0 ? 2500 : 2800,
        massLimitGPerM: null,
        acceptsDrops: true,
      },
      junctionIds: newIds('junctions', 40, plan, bytesOf(seed)),
      segmentIds: newIds('segments', 80, plan, bytesOf(seed)),
    }),
  (plan, seed) => {
    const tray = anyOf(plan.segments.keys(), seed.b);
    const at = plan.junctions.get(plan.segments.get(tray)?.from ?? '') ?? { xMm: seed.a, yMm: seed.c };
    const [newId] = newIds('segments', 1, plan, bytesOf(seed)) as [string];
    return runCommand(plan, joinToTray, {
      junction: anyOf(plan.junctions.keys(), seed.a),
      tray,
      xMm: at.xMm + (seed.c % 4) * 250,
      yMm: at.yMm,
      newId,
    });
  },
  (plan, seed) =>
    runCommand(plan, setSegments, {
      ids: some(plan, 'segments', seed),
      set: { kind: 'ladder', widthMm: seed.c + 1 },
      add: { elevationMm: seed.a },
    }),
  (plan, seed) =>
    runCommand(plan, setSegments, {
      ids: some(plan, 'segments', seed),
      set: { kind: 'conduit', conduits: (seed.c % 4) + 1, ...(seed.a % 3 === 0 ? { toElevationMm: seed.b } : {}) },
    }),
  (plan, seed) => {
    const junction = anyOf(plan.junctions.keys(), seed.a);
    const [lowMm, highMm] = levelsAt(plan, junction);
    return runCommand(plan, addRiser, {
      junction,
      lowMm: lowMm ?? 2500,
      highMm: highMm ?? 2800,
      id: newId('segments', plan, bytesOf(seed)),
      top: newId('junctions', plan, bytesOf(seed)),
      as: { name: `R${seed.a}`, kind: 'ladder', widthMm: 300, depthMm: 100, massLimitGPerM: null },
    });
  },
  (plan, seed) => {
    const ids = some(plan, 'segments', seed);
    return runCommand(plan, cloneTrays, {
      ids,
      byMm: seed.c - 20,
      at: seed.a % 2 === 0 ? 'joined' : 'apart',
      ...copyIds(plan, ids, bytesOf(seed)),
    });
  },
  (plan, seed) => {
    const ids = some(plan, 'segments', seed);
    return runCommand(plan, offsetTrays, { ids, byMm: seed.c * 10 - 500, ...copyIds(plan, ids, bytesOf(seed)) });
  },
  (plan, seed) => {
    const [ids, parts] = [some(plan, 'segments', seed), (seed.c % 4) + 1];
    const cuts = Math.max(1, ids.length * (parts - 1));
    return runCommand(plan, splitTrays, {
      ids,
      parts,
      junctionIds: newIds('junctions', cuts, plan, bytesOf(seed)),
      segmentIds: newIds('segments', cuts, plan, bytesOf(seed)),
    });
  },
  (plan, seed) => {
    const [id = ''] = some(plan, 'segments', seed);
    const [junctionId = ''] = newIds('junctions', 1, plan, bytesOf(seed));
    const [segmentId = ''] = newIds('segments', 1, plan, bytesOf(seed));
    return runCommand(plan, splitTrayAt, { id, atMm: seed.c * 40, junctionId, segmentId });
  },
  (plan, seed) =>
    runCommand(plan, layAlongRow, {
      ids: some(plan, 'cabinets', seed),
      behindMm: seed.c * 10 - 300,
      as: { kind: 'basket', widthMm: 300, depthMm: 100, elevationMm: 2500, massLimitGPerM: null, acceptsDrops: true },
      junctionIds: newIds('junctions', 40, plan, bytesOf(seed)),
      segmentIds: newIds('segments', 80, plan, bytesOf(seed)),
    }),
];

function copyIds(plan: Plan, ids: readonly string[], bytes: RandomBytes): Pick<CloneTrays, 'segmentIds' | 'junctionIds'> {
  const counts = idsForTrayCopies(plan, ids);
  return {
    segmentIds: newIds('segments', counts.segments, plan, bytes),
    junctionIds: newIds('junctions', counts.junctions, plan, bytes),
  };
}
