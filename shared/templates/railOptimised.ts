/** A hall full of GPU scalable units: cabinets in rows, nodes and switches mounted, trays above them, the fabric that joins them. */
import { must } from '../assert.ts';
import type { CabinetModel, Catalog, DeviceType } from '../catalog/types.ts';
import { railCounts, type RailCounts } from '../fabrics/railCounts.ts';
import { railSlots, type RailTierName } from '../fabrics/railOptimised.ts';
import { emptyPlan } from '../plan/emptyPlan.ts';
import type { Cabinet, Fabric, Plan, TierParts } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { embeddedCatalog } from './embeddedCatalog.ts';
import type { HallLayout } from './hallLayout.ts';
import { buildShell, COOLING_UNIT, HALL_ID, trayLevels } from './hallShell.ts';
import { mostNodes, mountDevices, type Mounting } from './mounting.ts';
import { completeRailOptions, type RailHallOptions } from './railOptions.ts';
import { railParts, tierParts, type Fiber, type RailParts } from './railParts.ts';
import { arrangeRows, type CabinetUse, type RowArrangement } from './railRows.ts';
import { cabinetName } from './rowNames.ts';
import { LARGEST_TRAY, sizeTrays } from './traySizing.ts';
import { buildTrays, type TraySizes } from './trays.ts';

const FABRIC_ID = 'compute';

/** Way between the rows' ends and the side walls, without and with cooling units along them. */
const SIDE_MARGIN_MM = 2400;
const SIDE_MARGIN_WITH_COOLING_MM = COOLING_UNIT.depthMm + 3600;

/** A feed to each cabinet holds a tenth more than its devices draw, in whole kilowatts. */
const CABINET_POWER_RESERVE = 1.1;

/** The plan that the options describe, or what is wrong with them. The same options give the same plan. */
export function generateRailOptimised(catalog: Catalog, given: Partial<RailHallOptions>): Result<Plan, UserError> {
  const options = completeRailOptions(given);
  const counts = railCounts(options);
  if (!counts.ok) return counts;
  const parts = railParts(catalog, options);
  if (!parts.ok) return parts;
  const most = mostNodes(parts.value);
  if (!Number.isInteger(options.nodesPerCabinet) || options.nodesPerCabinet < 1 || options.nodesPerCabinet > most) {
    return fail({
      code: 'template.nodes-per-cabinet',
      path: 'nodesPerCabinet',
      message: `${options.nodesPerCabinet} nodes of ${parts.value.node.heightU}U do not stand in ${parts.value.cabinet.name}`,
      remedy: `give a whole number from 1 to ${most}`,
    });
  }
  const powerW = totalPower(counts.value, parts.value);
  const arrangement = arrangeRows(
    {
      units: options.su,
      nodeCabinetsPerUnit: Math.ceil(options.nodesPerSu / options.nodesPerCabinet),
      networkDevices: counts.value.leaves + counts.value.spines + counts.value.cores + (options.ufm ? 2 : 0),
      cabinet: parts.value.cabinet,
      sideMarginMm: options.cooling === 'fan-walls' && powerW !== null ? SIDE_MARGIN_WITH_COOLING_MM : SIDE_MARGIN_MM,
      placement: options.placement,
      networkCabinetsPerRow: options.networkCabinetsPerRow,
      cabinetsPerRow: options.cabinetsPerRow,
    },
    options.hall,
  );
  if (!arrangement.ok) return arrangement;
  const draft = new RailHall(catalog, options, counts.value, parts.value, arrangement.value, powerW);
  return ok(draft.plan());
}

/** Most watts of all devices; null when one of them is not published. */
function totalPower(counts: RailCounts, { node, switch: switchType, manager }: RailParts): number | null {
  const switches = counts.leaves + counts.spines + counts.cores;
  if (node.maxPowerW === null || switchType.maxPowerW === null) return null;
  const managers = manager === null ? 0 : manager.maxPowerW;
  return managers === null ? null : counts.nodes * node.maxPowerW + switches * switchType.maxPowerW + 2 * managers;
}

/** Puts the pieces of one hall together, and again when trays or fiber turn out to be too small or too short. */
class RailHall {
  private readonly catalog: Catalog;
  private readonly options: RailHallOptions;
  private readonly parts: RailParts;
  private readonly layout: HallLayout;
  private readonly powerW: number | null;
  private readonly cabinets: readonly Cabinet[];
  private readonly mounting: Mounting;
  private readonly crossXMm: readonly number[];
  private readonly tiers: readonly RailTierName[];

  constructor(
    catalog: Catalog,
    options: RailHallOptions,
    counts: RailCounts,
    parts: RailParts,
    { layout, uses }: RowArrangement,
    powerW: number | null,
  ) {
    this.catalog = catalog;
    this.options = options;
    this.parts = parts;
    this.layout = layout;
    this.powerW = powerW;
    const rows = layout.rows.map((row, index) => ({ cabinets: cabinetsOfRow(row, parts.cabinet), uses: must(uses[index], 'row') }));
    this.mounting = mountDevices({ slots: railSlots(options), parts, rows, ...options });
    this.cabinets = withPowerBudgets(
      rows.flatMap((row) => row.cabinets),
      this.mounting,
      parts,
    );
    this.crossXMm = crossTrays(layout, uses, parts.cabinet.widthMm);
    this.tiers = (['node-leaf', 'leaf-spine', 'spine-core', 'ufm'] as const).filter((tier) => counts.links[tier] > 0);
  }

  /** First with the largest trays and the fiber asked for; then with trays that fit, and single-mode where multimode is too short. */
  plan(): Plan {
    const { fiber } = this.options;
    const wanted: Fiber = fiber === 'singlemode' ? 'singlemode' : 'multimode';
    let fibers = new Map<RailTierName, Fiber>(this.tiers.map((tier) => [tier, wanted]));
    let sized = sizeTrays(this.planWith({ row: LARGEST_TRAY, cross: LARGEST_TRAY }, fibers));
    if (fiber === 'auto' && sized.tooLong.size > 0) {
      fibers = new Map(this.tiers.map((tier) => [tier, sized.tooLong.has(tier) ? 'singlemode' : 'multimode']));
      sized = sizeTrays(this.planWith({ row: LARGEST_TRAY, cross: LARGEST_TRAY }, fibers));
    }
    return this.planWith(sized.sizes, fibers);
  }

  private planWith(sizes: TraySizes, fibers: ReadonlyMap<RailTierName, Fiber>): Plan {
    const { layout, parts, options } = this;
    const tiers: Record<string, TierParts> = {};
    for (const [tier, fiber] of fibers) tiers[tier] = tierParts(tier, fiber);
    const shell = buildShell('Data hall 1', layout, parts.cabinet, this.powerW, options.cooling === 'fan-walls');
    const trays = buildTrays({
      layout,
      cabinetDepthMm: parts.cabinet.depthMm,
      levels: trayLevels(parts.cabinet),
      crossXMm: this.crossXMm,
      sizes,
    });
    const { su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm } = options;
    const fabric: Fabric = {
      id: FABRIC_ID,
      name: 'Compute fabric',
      rule: { kind: 'rail-optimised', parameters: { su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm } },
      tiers,
      slots: this.mounting.slots,
    };
    const empty = emptyPlan(options.name);
    return {
      ...empty,
      settings: { ...empty.settings, titleBlock: { ...empty.settings.titleBlock, project: options.name } },
      catalog: this.embedded(Object.values(tiers)),
      halls: byId([shell.hall]),
      doors: byId(shell.doors),
      obstacles: byId(shell.obstacles),
      cabinets: byId(this.cabinets),
      devices: byId(this.mounting.devices),
      junctions: byId(trays.junctions),
      segments: byId(trays.segments),
      fabrics: byId([fabric]),
    };
  }

  private embedded(tiers: readonly TierParts[]): Catalog {
    const types: DeviceType[] = [this.parts.node, this.parts.switch, ...(this.parts.manager === null ? [] : [this.parts.manager])];
    const withTypes: Catalog = { ...this.catalog, deviceTypes: byId(types) };
    return embeddedCatalog(withTypes, {
      cabinetModels: [this.parts.cabinet.id],
      deviceTypes: types.map((type) => type.id),
      transceivers: tiers.flatMap(({ transceiverA, transceiverB }) => [transceiverA, transceiverB]).filter((id) => id !== null),
      cableFamilies: tiers.map(({ family }) => family),
    });
  }
}

function cabinetsOfRow({ name, cabinets, xMm, yMm, rotationDeg }: HallLayout['rows'][number], model: CabinetModel): Cabinet[] {
  return Array.from({ length: cabinets }, (_, place) => {
    const id = cabinetName(name, place);
    return {
      id,
      hall: HALL_ID,
      model: model.id,
      name: id,
      row: name,
      xMm: xMm + place * model.widthMm,
      yMm,
      rotationDeg,
      openSides: false,
      powerBudgetW: null,
    };
  });
}

/** Cabinets of one use get one budget, from the most loaded of them; none where a device's power is not published. */
function withPowerBudgets(cabinets: readonly Cabinet[], { devices }: Mounting, parts: RailParts): Cabinet[] {
  const types = new Map([parts.node, parts.switch, ...(parts.manager === null ? [] : [parts.manager])].map((type) => [type.id, type]));
  const loads = new Map<string, { readonly isNode: boolean; readonly watts: number | null }>();
  for (const device of devices) {
    const before = loads.get(device.cabinet);
    const watts = must(types.get(device.type), 'device type').maxPowerW;
    const sum = watts === null || before?.watts === null ? null : (before?.watts ?? 0) + watts;
    loads.set(device.cabinet, { isNode: device.role === 'node', watts: sum });
  }
  const budget = (isNode: boolean): number | null => {
    const watts = [...loads.values()].filter((load) => load.isNode === isNode).map((load) => load.watts);
    if (watts.includes(null)) return null;
    const most = Math.max(0, ...watts.map((load) => load ?? 0));
    return Math.ceil((most * CABINET_POWER_RESERVE) / 1000) * 1000;
  };
  const budgets = { node: budget(true), network: budget(false) };
  return cabinets.map((cabinet) => {
    const load = loads.get(cabinet.id);
    return load === undefined ? cabinet : { ...cabinet, powerBudgetW: load.isNode ? budgets.node : budgets.network };
  });
}

/** At both edges of each group of network cabinets, so that cables from either side of the row leave it at once; in the middle of a lone one. */
function crossTrays({ rows, blocks }: HallLayout, uses: readonly (readonly CabinetUse[])[], widthMm: number): number[] {
  const places = new Set<number>();
  rows.forEach((row, index) => {
    const left = must(blocks[row.block], 'block').fromXMm;
    const use = must(uses[index], 'row');
    for (let place = 0; place < use.length; place += 1) {
      if (use[place] !== 'network') continue;
      let end = place;
      while (use[end + 1] === 'network') end += 1;
      for (const at of groupTrays(place, end, use.length)) places.add(Math.round(left + at * widthMm));
      place = end;
    }
  });
  return [...places].sort((a, b) => a - b);
}

/** Places in cabinet widths from the row's start. A group that fills its row gets them at its quarters. */
function groupTrays(first: number, last: number, cabinets: number): number[] {
  const count = last - first + 1;
  if (count === cabinets) return [cabinets / 4, (cabinets * 3) / 4];
  if (count === 1) return [first + 0.5];
  if (first === 0) return [last + 0.5];
  if (last === cabinets - 1) return [first + 0.5];
  return [first, last + 1];
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
