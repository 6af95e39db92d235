/**
 * A random hall whose trays are too narrow for the shortest ways: a lattice with pieces missing, cabinets under it, up to 40
 * links of two weights. Trays are cut down to a share of what the shortest ways would lay in them, so that most halls must be
 * rearranged, and some cannot be.
 */
import { derive } from '../../shared/engine/engine.ts';
import { pathwayAreaMm2 } from '../../shared/cabling/pathwayFill.ts';
import type { Plan, Segment } from '../../shared/plan/types.ts';
import { JUMPER_PARTS, PlanBuilder } from './planBuilder.ts';
import { SeededRandom } from './random.ts';
import { TRUNK } from './testCatalog.ts';

const WIDE_MM = 2000;
const DEPTH_MM = 50;
/** Trays may be filled to this share (the error limit of the tests' settings). */
export const MOST_SHARE = 0.5;

export function crowdedHall(seed: number): Plan {
  const random = new SeededRandom(seed);
  const { plan, trays } = wideHall(random, DEPTH_MM);
  return cutDown(plan, random, trays);
}

/** The hall before anything is cut down, and its trays. */
export function wideHall(random: SeededRandom, depthMm: number): { readonly plan: Plan; readonly trays: readonly string[] } {
  const columns = random.between(3, 4);
  const rows = random.between(2, 3);
  const plan = new PlanBuilder().hall();
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      plan.junction(`j${column}${row}`, 2000 + column * 4000 + random.between(-200, 200), 2000 + row * 4000 + random.between(-200, 200));
    }
  }
  const trays = lattice(plan, random, columns, rows, depthMm);
  const cabinets = random.between(4, 9);
  for (let number = 0; number < cabinets; number += 1) {
    const [column, row] = [random.between(0, columns - 1), random.between(0, rows - 1)];
    const alongX = random.chance(0.5);
    const xMm = 2000 + column * 4000 + (alongX ? random.between(300, 3500) : random.between(-300, 300));
    const yMm = 2000 + row * 4000 + (alongX ? random.between(-300, 300) : random.between(300, 3500));
    plan.cabinet(`C${number}`, xMm - 300, yMm - 600, { rotationDeg: random.pick([0, 90, 180, 270]) });
    plan.device(`d${number}`, `C${number}`, random.between(1, 40), { type: 'test/switch' });
  }
  const used = new Map<number, number>();
  const port = (cabinet: number): string => {
    const next = used.get(cabinet) ?? 0;
    used.set(cabinet, next + 1);
    return `d${cabinet}:${Math.floor(next / 2) + 1}/${(next % 2) + 1}`;
  };
  for (let link = random.between(8, 40); link > 0; link -= 1) {
    const [a, b] = [random.between(0, cabinets - 1), random.between(0, cabinets - 1)];
    if (a === b || (used.get(a) ?? 0) >= 32 || (used.get(b) ?? 0) >= 32) continue;
    plan.link(
      `l${String(link).padStart(2, '0')}`,
      port(a),
      port(b),
      random.chance(0.3) ? { ...JUMPER_PARTS, family: TRUNK.id } : JUMPER_PARTS,
    );
  }
  return { plan: plan.build(), trays };
}

function lattice(plan: PlanBuilder, random: SeededRandom, columns: number, rows: number, depthMm: number): readonly string[] {
  const ids: string[] = [];
  const lay = (from: string, to: string): void => {
    if (random.chance(0.05)) return;
    const id = `s${String((ids.length * 7) % 101).padStart(3, '0')}`;
    ids.push(id);
    plan.segment(id, from, to, { widthMm: WIDE_MM, depthMm });
  };
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) {
      if (column + 1 < columns) lay(`j${column}${row}`, `j${column + 1}${row}`);
      if (row + 1 < rows) lay(`j${column}${row}`, `j${column}${row + 1}`);
    }
  }
  return ids;
}

/** Narrows the trays to a share of their shortest load, or to what a few cables need where none lies. */
function cutDown(plan: Plan, random: SeededRandom, ids: readonly string[]): Plan {
  const { survey, cabling } = derive(plan);
  const share = random.pick([0.45, 0.6, 0.75]);
  const segments = new Map(plan.segments);
  for (const id of ids) {
    const segment = plan.segments.get(id);
    const row = survey.network.segments.findIndex((one) => one.id === id);
    if (segment === undefined) continue;
    const loadMm2 = cabling.loads.areaMm2[row] ?? 0;
    const roomMm2 = Math.max(random.between(60, 260), loadMm2 * (share + random.next() * 0.5));
    const widthMm = Math.ceil(roomMm2 / (MOST_SHARE * DEPTH_MM));
    const massLimitGPerM = random.chance(0.15) ? Math.max(80, Math.ceil((cabling.loads.massGPerM[row] ?? 0) * (share + 0.3))) : null;
    segments.set(id, { ...segment, widthMm, massLimitGPerM } satisfies Segment);
  }
  return { ...plan, segments };
}

/** Area that may lie in a segment. */
export function roomMm2(segment: Segment): number {
  return MOST_SHARE * pathwayAreaMm2(segment);
}
