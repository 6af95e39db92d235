import type { Check, Raised } from './types.ts';
import type { CabinetModel } from '../catalog/types.ts';
import type { DeliveryPath } from '../plan/deliveryPaths.ts';
import type { Door, Plan } from '../plan/types.ts';
import { must } from '../assert.ts';
import { boxAround, type Point } from '../geometry/shapes.ts';
import { growBox } from '../geometry/boxIndex.ts';
import { lineToPolygonMm, polygonContainsPoint, TOUCHING_MM } from '../geometry/polygons.ts';
import { longestAroundMm, turnAt } from '../geometry/turning.ts';
import { hangs, takesFloor } from '../plan/obstacleKinds.ts';
import { sortedById } from '../plan/sortedById.ts';
import { millimetres, named } from './figures.ts';
import { hallContents, type HallContents } from './hallContents.ts';
import { found, type Crates, type Way } from './deliveryFinding.ts';
import { rampFindings } from './deliveryRamps.ts';
import { crossings } from './wallCrossings.ts';

/**
 * Every cabinet comes in its crate, upright and narrow side first, along each delivery path of its hall: through the doors that the path
 * takes, under what hangs over it, round its corners, and past nothing that stands in it. Crates are taken as turning with the way, or
 * as moved sideways where the way is as wide as they are long. Without a known crate the bare cabinet counts, and the finding says so.
 */
export const deliveryWay: Check = {
  codes: [
    'delivery.too-narrow',
    'delivery.too-low',
    'delivery.height-unknown',
    'delivery.door-too-small',
    'delivery.through-wall',
    'delivery.corner-too-tight',
    'delivery.blocked',
    'delivery.ends-outside',
    'delivery.ramp-too-steep',
    'delivery.ramp-too-narrow',
    'delivery.ramp-unknown',
  ],
  title: 'Crates come along the delivery path',
  rests: ({ plan }) => [plan.halls, plan.doors, plan.obstacles, plan.cabinets, plan.catalog],
  *run({ plan, survey }) {
    for (const contents of hallContents(plan, survey)) {
      for (const path of contents.hall.deliveryPaths ?? []) yield* judge(plan, contents, path);
    }
  },
};

function* judge(plan: Plan, contents: HallContents, path: DeliveryPath): Generator<Raised> {
  const points = path.points.map(([xMm, yMm]): Point => ({ xMm, yMm }));
  const way: Way = { contents, path, points, crates: cratesOf(contents) };
  const end = must(points.at(-1), 'the end of the path');
  if (!polygonContainsPoint(contents.outline, end)) {
    yield found(way, 'delivery.ends-outside', 'error', end, [], {
      message: `${path.name} ends outside ${contents.hall.name}`,
      required: 'an end in the hall',
      actual: 'outside its walls',
      mend: `Lead ${path.name} on to where the cabinets are unpacked`,
    });
  }
  yield* sizeFindings(way);
  yield* doorFindings(plan, way);
  yield* cornerFindings(way);
  yield* bodyFindings(way);
  yield* rampFindings(way);
}

function cratesOf({ cabinets }: HallContents): Crates | null {
  const models = [...new Map(cabinets.map(({ model }) => [model.id, model])).values()];
  if (models.length === 0) return null;
  const sizes = models.map((model) => model.crated ?? model);
  const bare = models.filter(({ crated }) => crated === null);
  return {
    narrowMm: Math.max(...sizes.map(({ widthMm, depthMm }) => Math.min(widthMm, depthMm))),
    longMm: Math.max(...sizes.map(({ widthMm, depthMm }) => Math.max(widthMm, depthMm))),
    heightMm: Math.max(...sizes.map(({ heightMm }) => heightMm)),
    who: `the largest crate${bare.length === 0 ? '' : ` (${named(bare.map(nameOf).sort())} without its crate, whose size is unknown)`}`,
  };
}

function nameOf({ name }: CabinetModel): string {
  return name;
}

function* sizeFindings(way: Way): Generator<Raised> {
  const { contents, path, points, crates } = way;
  const start = must(points[0], 'the start of the path');
  if (crates === null) return;
  if (path.clearWidthMm < crates.narrowMm) {
    yield found(way, 'delivery.too-narrow', 'error', start, [], {
      message: `${path.name} is too narrow for ${crates.who}`,
      required: `at least ${millimetres(crates.narrowMm)}`,
      actual: millimetres(path.clearWidthMm),
      mend: 'Choose a wider way, or have the cabinets delivered without their crates',
    });
  }
  const heightMm = path.clearHeightMm === null ? null : Math.min(path.clearHeightMm, contents.hall.clearHeightMm);
  if (heightMm === null) {
    yield found(way, 'delivery.height-unknown', 'warning', start, [], {
      message: `Nobody has said how high ${path.name} is clear`,
      required: `at least ${millimetres(crates.heightMm)}`,
      actual: 'unknown',
      mend: 'Measure its lowest place and enter it',
    });
  } else if (heightMm < crates.heightMm) {
    yield found(way, 'delivery.too-low', 'error', start, [], {
      message: `${path.name} is too low for ${crates.who}`,
      required: `at least ${millimetres(crates.heightMm)}`,
      actual: millimetres(heightMm),
      mend: 'Choose a higher way, lower cabinets, or have them delivered without their crates',
    });
  }
}

function* doorFindings(plan: Plan, way: Way): Generator<Raised> {
  const { contents, path, points, crates } = way;
  const doors = sortedById(plan.doors).filter(({ hall }) => hall === contents.hall.id);
  const passed = new Set<Door>();
  for (const { at, door } of crossings(contents.hall.outline, points, doors)) {
    if (door === null) {
      yield found(way, 'delivery.through-wall', 'error', at, [], {
        message: `${path.name} runs through a wall of ${contents.hall.name} where there is no door`,
        required: 'a door',
        actual: 'a wall',
        mend: `Lead ${path.name} through a door, or put one there`,
      });
      continue;
    }
    if (crates === null || passed.has(door)) continue;
    passed.add(door);
    if (door.clearWidthMm >= crates.narrowMm && door.clearHeightMm >= crates.heightMm) continue;
    yield found(way, 'delivery.door-too-small', 'error', at, [door.id], {
      message: `${door.name} on ${path.name} is too small for ${crates.who}`,
      required: `at least ${millimetres(crates.narrowMm)} × ${millimetres(crates.heightMm)}`,
      actual: `${millimetres(door.clearWidthMm)} × ${millimetres(door.clearHeightMm)}`,
      mend: 'Lead the path through a larger door, or have the cabinets delivered without their crates',
    });
  }
}

function* cornerFindings(way: Way): Generator<Raised> {
  const { path, points, crates } = way;
  if (crates === null || path.clearWidthMm >= crates.longMm) return;
  for (const [i, corner] of points.slice(1, -1).entries()) {
    const turn = turnAt(must(points[i], 'corner'), corner, must(points[i + 2], 'corner'));
    const longestMm = Math.floor(longestAroundMm(path.clearWidthMm, crates.narrowMm, turn));
    if (longestMm >= crates.longMm) continue;
    yield found(way, 'delivery.corner-too-tight', 'error', corner, [], {
      message: `${path.name} turns too tightly at its corner ${i + 1} for ${crates.who}`,
      required: `room for ${millimetres(crates.longMm)} in length`,
      actual: longestMm === 0 ? 'none' : `room for ${millimetres(longestMm)}`,
      mend: 'Widen the way or cut the corner, or turn the crates on the spot where there is more room',
    });
  }
}

function* bodyFindings(way: Way): Generator<Raised> {
  const { contents, path, points, crates } = way;
  const halfMm = path.clearWidthMm / 2;
  const inTheWay = new Map<string, { readonly name: string; readonly leastMm: number; readonly at: Point }>();
  const low: { readonly id: string; readonly name: string; readonly undersideMm: number; readonly at: Point }[] = [];
  points.slice(1).forEach((to, i) => {
    const from = must(points[i], 'corner');
    const near = growBox(boxAround([from, to]), halfMm);
    const note = (id: string, name: string, polygon: readonly Point[]): void => {
      const leastMm = lineToPolygonMm(from, to, polygon);
      const known = inTheWay.get(id);
      if (leastMm < halfMm - TOUCHING_MM && (known === undefined || leastMm < known.leastMm))
        inTheWay.set(id, { name, leastMm, at: must(polygon[0], 'corner') });
    };
    for (const position of contents.cabinetIndex.search(near)) {
      const { cabinet, corners } = must(contents.cabinets[position], 'cabinet found in the index');
      note(cabinet.id, cabinet.name, corners);
    }
    for (const position of contents.obstacleIndex.search(near)) {
      const { obstacle, polygon } = must(contents.obstacles[position], 'obstacle found in the index');
      const { id, name, kind, undersideMm } = obstacle;
      if (takesFloor(kind) && kind !== 'ramp' && kind !== 'keep-clear' && kind !== 'keep-out') note(id, name, polygon);
      const isLow = hangs(kind) && crates !== null && undersideMm !== undefined && undersideMm < crates.heightMm;
      if (!isLow || low.some((one) => one.id === id) || lineToPolygonMm(from, to, polygon) >= halfMm - TOUCHING_MM) continue;
      low.push({ id, name, undersideMm, at: must(polygon[0], 'corner') });
    }
  });
  const [first] = inTheWay.values();
  if (first !== undefined) {
    const names = named([...inTheWay.values()].map(({ name }) => name).sort());
    const freeMm = Math.min(...[...inTheWay.values()].map(({ leastMm }) => leastMm));
    yield found(way, 'delivery.blocked', 'error', first.at, [...inTheWay.keys()], {
      message: `${path.name} is blocked: ${names} ${inTheWay.size === 1 ? 'stands' : 'stand'} in its clear width`,
      required: `${millimetres(halfMm)} free on both sides`,
      actual: millimetres(freeMm),
      mend: `Move what stands there, or lead ${path.name} around it`,
    });
  }
  for (const { id, name, undersideMm, at } of low) {
    yield found(way, 'delivery.too-low', 'error', at, [id], {
      message: `${name} hangs too low over ${path.name} for ${crates?.who ?? ''}`,
      required: `at least ${millimetres(crates?.heightMm ?? 0)}`,
      actual: millimetres(undersideMm),
      mend: `Lead ${path.name} around it, or hang it higher`,
    });
  }
}
