/** Ways between halls: from a cross tray to the wall, and through a bank of conduits to the wall of the core hall. */
import { must } from '../../assert.ts';
import { fillLimits, pathwayAreaMm2 } from '../../cabling/pathwayFill.ts';
import { compareIds } from '../../plan/sortedById.ts';
import type { Hall, Junction, Plan, Segment, Settings } from '../../plan/types.ts';

type Wall = 'north' | 'south';

/** A place in a wall that a tray leads to. */
export interface Exit {
  readonly hall: string;
  readonly junction: Junction;
  readonly elevationMm: number;
}

export interface WallWay {
  readonly exit: Exit;
  /** From the tray to the wall. */
  readonly segment: Segment;
}

type OneHall = Pick<Plan, 'halls' | 'junctions' | 'segments'>;

/** Surveyed lengths are given to the decimetre. */
const SURVEY_STEP_MM = 100;

/**
 * Leads the first and the last cross tray (or the row trays' ends, where nothing crosses) of a hall to one of its walls: as many
 * ways as wanted, at different places, of the same tray.
 */
export function waysToWall(plan: OneHall, wall: Wall, wanted: number, prefix: string): WallWay[] {
  const hall = must([...plan.halls.values()][0], 'hall');
  const ys = hall.outline.map(([, yMm]) => yMm);
  const wallYMm = wall === 'north' ? Math.min(...ys) : Math.max(...ys);
  const segments = [...plan.segments.values()].sort((a, b) => compareIds(a.id, b.id));
  const crossing = segments.filter(({ kind }) => kind === 'ladder');
  const trays = crossing.length > 0 ? crossing : segments;
  const ends = trays.flatMap((tray) => [tray.from, tray.to].map((id) => ({ tray, junction: must(plan.junctions.get(id), id) })));
  const nearest = Math.min(...ends.map(({ junction }) => Math.abs(junction.yMm - wallYMm)));
  const byX = ends.filter(({ junction }) => Math.abs(junction.yMm - wallYMm) === nearest).sort((a, b) => a.junction.xMm - b.junction.xMm);
  const chosen = [byX[0], byX.at(-1)]
    .filter((end) => end !== undefined)
    .filter((end, i, all) => all.findIndex((other) => other.junction.id === end.junction.id) === i);
  return chosen.slice(0, wanted).map(({ tray, junction }, i) => {
    const letter = i === 0 ? 'A' : 'B';
    const at: Junction = { id: `${prefix}wall-${wall}-${letter.toLowerCase()}`, hall: hall.id, xMm: junction.xMm, yMm: wallYMm };
    return {
      exit: { hall: hall.id, junction: at, elevationMm: tray.elevationMm },
      segment: {
        ...tray,
        id: `${prefix}to-wall-${wall}-${letter.toLowerCase()}`,
        name: `To wall ${letter}`,
        from: junction.id,
        to: at.id,
        kind: 'ladder',
        acceptsDrops: false,
      },
    };
  });
}

export interface BankNeed {
  readonly id: string;
  readonly name: string;
  readonly from: Exit;
  readonly to: Exit;
  readonly conduitMm: number;
  /** Cables that it must hold, and the cross-section of each. */
  readonly cables: number;
  readonly cableMm2: number;
}

/** A bank with as many conduits as the cables need by the limits of the settings, as long as the way square to the walls. */
export function conduitBank(halls: ReadonlyMap<string, Hall>, settings: Settings, need: BankNeed): Segment {
  const { id, name, from, to, conduitMm } = need;
  const [a, b] = [inCampus(halls, from), inCampus(halls, to)];
  const lengthMm = Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.z - b.z);
  const bank: Segment = {
    id,
    name,
    from: from.junction.id,
    to: to.junction.id,
    kind: 'conduit',
    widthMm: conduitMm,
    depthMm: conduitMm,
    elevationMm: from.elevationMm,
    ...(to.elevationMm === from.elevationMm ? {} : { toElevationMm: to.elevationMm }),
    massLimitGPerM: null,
    acceptsDrops: false,
    surveyedLengthMm: Math.ceil(lengthMm / SURVEY_STEP_MM) * SURVEY_STEP_MM,
  };
  const conduits = conduitsFor(bank, settings, need.cables, need.cableMm2);
  return conduits === 1 ? bank : { ...bank, conduits };
}

/** The fewest equal conduits that hold the cables, spread evenly; one where a single cable is too thick for any. */
export function conduitsFor(bank: Segment, settings: Settings, cables: number, cableMm2: number): number {
  const one = { ...bank, conduits: 1 };
  const fits = (inOne: number): boolean => inOne * cableMm2 <= (fillLimits(one, settings, inOne).planPct / 100) * pathwayAreaMm2(one);
  for (let conduits = 1; conduits <= cables; conduits += 1) if (fits(Math.ceil(cables / conduits))) return conduits;
  return 1;
}

/** In a campus whose halls stand square to each other. */
function inCampus(halls: ReadonlyMap<string, Hall>, { hall, junction, elevationMm }: Exit): { x: number; y: number; z: number } {
  const { frame } = must(halls.get(hall), hall);
  return { x: frame.xMm + junction.xMm, y: frame.yMm + junction.yMm, z: frame.zMm + elevationMm };
}
