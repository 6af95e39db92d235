/**
 * A random hall for laws about routes: a lattice of pathways at several elevations with pieces missing, cabinets of several
 * models and rotations, some baying, and links drawn by hand. Odd figures make most routes unique; round ones make ties.
 */
import type { CabinetModel, CabinetOpening, DeviceType, Side } from '../../shared/catalog/types.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { portsOf } from '../../shared/catalog/ports.ts';
import { PlanBuilder } from './planBuilder.ts';
import { SeededRandom } from './random.ts';
import { CABINET, SERVER, SWITCH } from './testCatalog.ts';

const ELEVATIONS = [-400, -250, 2300, 2500, 2900] as const;

export function randomHall(seed: number): Plan {
  const random = new SeededRandom(seed);
  const models = Array.from({ length: 3 }, (_, number) => randomModel(random, `m${number}`));
  const types = [randomType(random, 'narrow', 440), randomType(random, 'wide', 482), { ...SWITCH, id: 'plain' }];
  const plan = new PlanBuilder()
    .withCatalog({ cabinetModels: byId(models), deviceTypes: byId(types) })
    .withSettings({ dropReachMm: random.pick([600, 1000, 2500]), sidePassThrough: random.chance(0.8), waterfallMm: random.pick([0, 120]) })
    .hall()
    .hall('Other');
  layPathways(plan, random);
  const cabinets = [...placeAlone(plan, random, models), ...placeRow(plan, random, models)];
  const ports = fillCabinets(plan, random, cabinets, types);
  for (let link = 0; link < 14; link += 1) {
    const [a, b] = [random.pick(ports), random.pick(ports)];
    if (a !== b) plan.link(`link${link}`, a, b);
  }
  return plan.build();
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function randomModel(random: SeededRandom, id: string): CabinetModel {
  const [widthMm, depthMm] = [random.pick([600, 700, 800]), random.pick([1000, 1070, 1200])];
  const sides: readonly Side[] = ['front', 'rear'];
  const openings = sides.flatMap((side): CabinetOpening[] =>
    (['top', 'bottom'] as const)
      .filter(() => random.chance(0.6))
      .map((edge) => ({
        side,
        edge,
        xMm: random.between(100, widthMm - 100),
        yMm: side === 'front' ? random.between(50, 300) : depthMm - random.between(50, 300),
        // One model's are so small that a cable or two fill them.
        ...(id === 'm1' ? { widthMm: 4, depthMm: 4 } : {}),
      })),
  );
  return {
    ...CABINET,
    id,
    widthMm,
    depthMm,
    heightMm: random.pick([1991, 2000, 2257]),
    managerInsetMm: random.between(30, 90),
    managerSetbackMm: random.between(100, 260),
    firstUnitMm: random.between(60, 120),
    openings,
    // And one model's managers.
    ...(id === 'm2' ? { managerArea: { widthMm: 6, depthMm: 4 } } : {}),
  };
}

function randomType(random: SeededRandom, id: string, widthMm: number): DeviceType {
  const block = (name: string, face: Side) => ({
    id: name,
    face,
    cage: 'OSFP',
    cages: 4,
    portsPerCage: random.pick([1, 2]),
    speedGbps: 400,
    namePattern: `${name}{index}`,
    xMm: random.between(20, 200),
    yMm: random.between(30, 60),
    pitchXMm: random.between(15, 40),
    pitchYMm: 18,
    rows: random.pick([1, 2]),
  });
  return { ...SERVER, id, widthMm, ports: [block('r', 'rear'), block('f', 'front')] };
}

/** A 4 × 3 lattice, slightly shaken, with a fifth of its segments missing and some measured, and as many dead ends as that leaves. */
function layPathways(plan: PlanBuilder, random: SeededRandom): void {
  const shake = random.chance(0.75) ? 300 : 0;
  const name = (column: number, row: number): string => `j${column}${row}`;
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 3; row += 1) {
      const jitter = (): number => random.between(-shake, shake);
      plan.junction(name(column, row), 1500 + column * 5000 + jitter(), 1500 + row * 5000 + jitter());
    }
  }
  let count = 0;
  const lay = (from: string, to: string): void => {
    if (random.chance(0.2)) return;
    for (const elevationMm of new Set([random.pick(ELEVATIONS), ...(random.chance(0.3) ? [random.pick(ELEVATIONS)] : [])])) {
      const surveyed = random.chance(0.15);
      plan.segment(`s${String((count * 7) % 101).padStart(3, '0')}`, from, to, {
        elevationMm,
        ...(random.chance(0.15) ? { toElevationMm: random.pick(ELEVATIONS) } : {}),
        acceptsDrops: random.chance(0.85) && !surveyed,
        surveyedLengthMm: surveyed ? random.between(4000, 7000) : null,
      });
      count += 1;
    }
  };
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 3; row += 1) {
      if (column < 3) lay(name(column, row), name(column + 1, row));
      if (row < 2) lay(name(column, row), name(column, row + 1));
    }
  }
  // A pathway of another hall at the same coordinates: nothing of this hall may drop from it.
  plan.junction('o1', 0, 6500, { hall: 'Other' }).junction('o2', 20_000, 6500, { hall: 'Other' }).segment('s000x', 'o1', 'o2');
}

function placeAlone(plan: PlanBuilder, random: SeededRandom, models: readonly CabinetModel[]): readonly string[] {
  const ids: string[] = [];
  for (let number = 0; number < 7; number += 1) {
    const id = `C${(number * 5) % 7}`;
    plan.cabinet(id, random.between(500, 17_000), random.between(500, 12_000), {
      model: random.pick(models).id,
      rotationDeg: random.pick([0, 90, 180, 270, 0, 90, 180, 270, 33, 302.5]),
      openSides: random.chance(0.5),
      ...(random.chance(0.2) ? { feed: random.pick(['top', 'bottom'] as const) } : {}),
    });
    ids.push(id);
  }
  return ids;
}

/** Six cabinets of one model side by side, with gaps around the widest that still counts as baying. */
function placeRow(plan: PlanBuilder, random: SeededRandom, models: readonly CabinetModel[]): readonly string[] {
  const model = random.pick(models);
  const rotationDeg = random.pick([0, 90, 180, 270]);
  const alongX = rotationDeg % 180 === 0;
  let [xMm, yMm] = [random.between(1000, 9000), random.between(1000, 8000)];
  const ids: string[] = [];
  for (let number = 0; number < 6; number += 1) {
    const id = `R${(number * 3) % 7}`;
    plan.cabinet(id, xMm, yMm, { model: model.id, rotationDeg, row: random.chance(0.85) ? 'R' : null, openSides: random.chance(0.8) });
    ids.push(id);
    const stepMm = model.widthMm + random.pick([0, 0, 5, 10, 11, 40]);
    if (alongX) xMm += stepMm;
    else yMm += stepMm;
  }
  return ids;
}

/** Three devices a cabinet; all their ports as `device:port`. */
function fillCabinets(
  plan: PlanBuilder,
  random: SeededRandom,
  cabinets: readonly string[],
  types: readonly DeviceType[],
): readonly string[] {
  const ports: string[] = [];
  for (const cabinet of cabinets) {
    for (let number = 0; number < 3; number += 1) {
      const type = random.pick(types);
      const device = `${cabinet}d${number}`;
      plan.device(device, cabinet, random.between(1, 12) + number * 13, { type: type.id, face: random.pick(['front', 'front', 'rear']) });
      for (const port of portsOf(type)) ports.push(`${device}:${port.name}`);
    }
  }
  return ports;
}
