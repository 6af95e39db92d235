/**
 * A campus: a hall of scalable units repeated on both sides of a core hall. Every hall keeps its own compute fabric; its campus
 * switches are linked to the cores in the core hall, through conduits between the halls.
 */
import { must } from '../../assert.ts';
import type { Catalog } from '../../catalog/types.ts';
import type { Cabinet, Device, Fabric, Hall, Plan, Segment, TierParts } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { embeddedCatalog } from '../embeddedCatalog.ts';
import { generateHall } from '../hall.ts';
import { powerBudget } from '../hallShell.ts';
import { switchesPerCabinet } from '../networkCabinets.ts';
import { completeRailOptions } from '../railOptions.ts';
import { generateRailOptimised } from '../railOptimised.ts';
import { railParts, tierParts } from '../railParts.ts';
import { byId } from '../tables.ts';
import { sizeFor } from '../traySizing.ts';
import { campusRule, campusSwitches, campusSwitchSlot, CAMPUS_TIER, coreSlot } from './campusFabric.ts';
import { CAMPUS_DEFAULTS, type CampusOptions } from './campusOptions.ts';
import { conduitBank, waysToWall, type WallWay } from './conduits.ts';
import { copyHall, mergeHalls, type HallTables } from './copyHall.ts';
import { mountCores, mountOnTop } from './mountCampus.ts';

const CORE_PREFIX = 'core-';
const CAMPUS_FABRIC = 'campus';

/** Beyond it no jumper of the usual family is stocked, and one is made to length instead; less what lies in the halls and hangs down. */
const LONG_CABLES = { family: 'generic/os2-campus-jumper', fromMm: 150_000 };

/** The plan that the options describe, or what is wrong with them. The same options give the same plan. */
export function generateCampus(catalog: Catalog, given: Partial<CampusOptions>): Result<Plan, UserError> {
  const { name, ...rest } = { ...CAMPUS_DEFAULTS, ...given };
  const rail = completeRailOptions(rest);
  const options = { ...rest, ...rail };
  const parts = railParts(catalog, rail);
  if (!parts.ok) return parts;
  const one = generateRailOptimised(catalog, rail);
  if (!one.ok) return one;
  const { perHall, cores } = campusSwitches(options);
  if (options.uplinksPerHall > perHall * options.switchPorts) return fail(tooManyUplinks(perHall * options.switchPorts));
  const perCabinet = switchesPerCabinet(parts.value.cabinet.rackUnits, parts.value.switch.heightU * 2);
  const coreHall = generateHall(catalog, {
    name: 'Core hall',
    rows: 2,
    cabinetsPerRow: Math.max(2, Math.ceil(cores / perCabinet / 2)),
    cabinet: parts.value.cabinet.id,
  });
  if (!coreHall.ok) return coreHall;
  const types = { ...one.value.catalog, deviceTypes: byId([...one.value.catalog.deviceTypes.values(), parts.value.switch]) };
  const slots = Array.from({ length: perHall }, (_, position) => campusSwitchName(position + 1));
  const mounted = mountOnTop({ ...one.value, catalog: types }, slots, parts.value.switch);
  if (!mounted.ok) return mounted;
  const hall = withAdded(one.value, mounted.value.devices, mounted.value.cabinets);
  const coreSlots = Array.from({ length: cores }, (_, position) => coreSlot(position + 1));
  const inCore = mountCores({ ...coreHall.value, catalog: types }, coreSlots, parts.value.switch);
  const core = withAdded(coreHall.value, inCore.devices, inCore.cabinets);
  return ok(new Campus(catalog, options, name ?? `Campus of ${options.halls} × ${rail.name}`, hall, core, parts.value.switch.id).plan());
}

class Campus {
  private readonly catalog: Catalog;
  private readonly options: CampusOptions;
  private readonly name: string;
  private readonly hall: Plan;
  private readonly core: Plan;
  private readonly switchType: string;

  constructor(catalog: Catalog, options: CampusOptions, name: string, hall: Plan, core: Plan, switchType: string) {
    this.catalog = catalog;
    this.options = options;
    this.name = name;
    this.hall = hall;
    this.core = core;
    this.switchType = switchType;
  }

  plan(): Plan {
    const { halls } = this.options;
    const copies = Array.from({ length: halls }, (_, index) =>
      copyHall(this.hall, { prefix: prefixOf(index), name: `Data hall ${index + 1}`, frame: this.frameOf(index) }),
    );
    const core = copyHall(this.core, { prefix: CORE_PREFIX, name: 'Core hall', frame: this.coreFrame() });
    const base = mergeHalls([...copies, core]);
    const { ways, banks } = this.waysBetween(copies, core, base.halls);
    const family = this.familyFor(banks);
    const parts: TierParts = { ...tierParts('spine-core', 'singlemode'), family };
    const coreMm2 = halls * this.options.uplinksPerHall * this.cableMm2();
    const segments = [...base.segments.values()].map((segment) =>
      segment.id.startsWith(CORE_PREFIX) ? atLeast(segment, coreMm2) : segment,
    );
    const toCore = ways.map(({ segment }) => (segment.id.startsWith(CORE_PREFIX) ? atLeast(segment, coreMm2) : segment));
    return {
      ...this.hall,
      name: this.name,
      settings: { ...this.hall.settings, titleBlock: { ...this.hall.settings.titleBlock, project: this.name } },
      catalog: this.embedded(parts),
      ...base,
      junctions: byId([...base.junctions.values(), ...ways.map(({ exit }) => exit.junction)]),
      segments: byId([...segments, ...toCore, ...banks]),
      fabrics: byId([...base.fabrics.values(), this.fabric(parts)]),
    };
  }

  /** Halls in two lines, north and south of the core hall. */
  private frameOf(index: number): Hall['frame'] {
    const { widthMm, depthMm } = sizeOf(this.hall);
    const { gapMm } = this.options;
    const southMm = depthMm + sizeOf(this.core).depthMm + 2 * gapMm;
    return { xMm: Math.floor(index / 2) * (widthMm + gapMm), yMm: isNorth(index) ? 0 : southMm, zMm: 0, rotationDeg: 0 };
  }

  private coreFrame(): Hall['frame'] {
    const { widthMm, depthMm } = sizeOf(this.hall);
    const { gapMm, halls } = this.options;
    const columns = Math.ceil(halls / 2);
    const middleMm = (columns * widthMm + (columns - 1) * gapMm) / 2;
    return { xMm: Math.round(middleMm - sizeOf(this.core).widthMm / 2), yMm: depthMm + gapMm, zMm: 0, rotationDeg: 0 };
  }

  /** From each hall to the core hall's wall on its side; banks of one letter meet at one place of it. */
  private waysBetween(
    copies: readonly HallTables[],
    core: HallTables,
    halls: ReadonlyMap<string, Hall>,
  ): { readonly ways: readonly WallWay[]; readonly banks: readonly Segment[] } {
    const { banksPerHall, conduitMm, uplinksPerHall } = this.options;
    const sides = {
      north: waysToWall(core, 'north', banksPerHall, CORE_PREFIX),
      south: waysToWall(core, 'south', banksPerHall, CORE_PREFIX),
    };
    const used = new Set<WallWay>();
    const banks: Segment[] = [];
    const ways = copies.flatMap((copy, index) => {
      const own = waysToWall(copy, isNorth(index) ? 'south' : 'north', banksPerHall, prefixOf(index));
      const into = isNorth(index) ? sides.north : sides.south;
      own.forEach(({ exit }, i) => {
        const target = must(into[Math.min(i, into.length - 1)], 'way into the core hall');
        used.add(target);
        banks.push(
          conduitBank(halls, this.hall.settings, {
            id: `bank-${prefixOf(index)}${'ab'.charAt(i)}`,
            name: `Bank ${index + 1}${'AB'.charAt(i)}`,
            from: exit,
            to: target.exit,
            conduitMm,
            cables: uplinksPerHall,
            cableMm2: this.cableMm2(),
          }),
        );
      });
      return own;
    });
    return { ways: [...ways, ...used], banks };
  }

  private fabric(parts: TierParts): Fabric {
    const { perHall, cores } = campusSwitches(this.options);
    const slots: Record<string, string> = {};
    for (let hall = 0; hall < this.options.halls; hall += 1) {
      for (let position = 1; position <= perHall; position += 1) {
        slots[campusSwitchSlot(hall + 1, position)] = prefixOf(hall) + campusSwitchName(position);
      }
    }
    for (let position = 1; position <= cores; position += 1) slots[coreSlot(position)] = CORE_PREFIX + coreSlot(position);
    return { id: CAMPUS_FABRIC, name: 'Campus network', rule: campusRule(this.options), tiers: { [CAMPUS_TIER]: parts }, slots };
  }

  /** The usual jumper as long as it is stocked, for all of them, so that both ends take the same. */
  private familyFor(banks: readonly Segment[]): string {
    const longestMm = Math.max(0, ...banks.map(({ surveyedLengthMm }) => surveyedLengthMm ?? 0));
    const inHalls = [this.hall, this.core].reduce((sum, plan) => sum + sizeOf(plan).widthMm + sizeOf(plan).depthMm, 0);
    const usual = tierParts('spine-core', 'singlemode').family;
    return longestMm + inHalls > LONG_CABLES.fromMm ? LONG_CABLES.family : usual;
  }

  private cableMm2(): number {
    const { outerDiameterMm } = must(this.catalog.cableFamilies.get(LONG_CABLES.family), LONG_CABLES.family);
    return (Math.PI * outerDiameterMm * outerDiameterMm) / 4;
  }

  private embedded({ family, transceiverA, transceiverB }: TierParts): Catalog {
    const { catalog } = this.hall;
    const types = byId([...this.catalog.deviceTypes.values(), ...catalog.deviceTypes.values()]);
    return embeddedCatalog(
      { ...this.catalog, deviceTypes: types },
      {
        cabinetModels: catalog.cabinetModels.keys(),
        deviceTypes: [...catalog.deviceTypes.keys(), this.switchType],
        transceivers: [...catalog.transceivers.keys(), ...[transceiverA, transceiverB].filter((id) => id !== null)],
        cableFamilies: [...catalog.cableFamilies.keys(), family],
      },
    );
  }
}

/** What a campus switch is called in every hall. */
function campusSwitchName(position: number): string {
  return `campus-switch${position}`;
}

/** `h01-` */
function prefixOf(index: number): string {
  return `h${String(index + 1).padStart(2, '0')}-`;
}

function isNorth(index: number): boolean {
  return index % 2 === 0;
}

function sizeOf({ halls }: Pick<Plan, 'halls'>): { readonly widthMm: number; readonly depthMm: number } {
  const { outline } = must([...halls.values()][0], 'hall');
  return { widthMm: Math.max(...outline.map(([xMm]) => xMm)), depthMm: Math.max(...outline.map(([, yMm]) => yMm)) };
}

/** A tray wide and deep enough for the cables, or as it is where it is larger. */
function atLeast(segment: Segment, cablesMm2: number): Segment {
  const size = sizeFor(cablesMm2);
  return size.widthMm * size.depthMm > segment.widthMm * segment.depthMm ? { ...segment, ...size } : segment;
}

/** With more devices; the hall's own budget grows by what they draw. */
function withAdded(plan: Plan, devices: readonly Device[], cabinets: readonly Cabinet[]): Plan {
  const all = byId([...plan.devices.values(), ...devices]);
  const halls = byId(
    [...plan.halls.values()].map((hall) => {
      const watts = devices.map(({ type }) => plan.catalog.deviceTypes.get(type)?.maxPowerW ?? null);
      const addedW = watts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      return hall.powerBudgetW === null ? hall : { ...hall, powerBudgetW: powerBudget(hall.powerBudgetW + addedW) };
    }),
  );
  return {
    ...plan,
    halls,
    devices: all,
    cabinets: byId([...plan.cabinets.values()].map((cabinet) => cabinets.find(({ id }) => id === cabinet.id) ?? cabinet)),
  };
}

function tooManyUplinks(most: number): UserError {
  return {
    code: 'template.uplinks',
    path: 'uplinksPerHall',
    message: `the campus switches of a hall have ${most} ports`,
    remedy: `give at most ${most}, or switches with more ports`,
  };
}
