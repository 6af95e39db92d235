/** A hall full of GPU scalable units: cabinets in rows, nodes and switches mounted, trays above them, the fabric that joins them. */
import { must } from '../assert.ts';
import type { Catalog, DeviceType } from '../catalog/types.ts';
import { managedUnit, railCounts, type RailCounts } from '../fabrics/railCounts.ts';
import { railSlots, type RailTierName } from '../fabrics/railOptimised.ts';
import { emptyPlan } from '../plan/emptyPlan.ts';
import type { Cabinet, Fabric, Plan, TierParts } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { cabinetsOfRow } from './cabinetRow.ts';
import { crossTrays } from './crossTrays.ts';
import { embeddedCatalog } from './embeddedCatalog.ts';
import type { HallLayout } from './hallLayout.ts';
import { buildShell, COOLING_UNIT, trayLevels } from './hallShell.ts';
import { mostNodes, mountDevices, type Mounting } from './mounting.ts';
import { switchesPerCabinet } from './networkCabinets.ts';
import { completeRailOptions, type RailHallOptions } from './railOptions.ts';
import { railParts, tierParts, tiersSharingCages, type Fiber, type RailParts } from './railParts.ts';
import { arrangeRows, type RowArrangement } from './railRows.ts';
import { byId } from './tables.ts';
import { LARGEST_TRAY, sizeTrays } from './traySizing.ts';
import { buildTrays, type TraySizes } from './trays.ts';

const FABRIC_ID = 'compute';

/** Way between the rows' ends and the side walls, without and with cooling units along them. */
const SIDE_MARGIN_MM = 2400;
const SIDE_MARGIN_WITH_COOLING_MM = COOLING_UNIT.depthMm + 3000;

/** A feed to each cabinet holds a tenth more than its devices draw, in whole kilowatts. */
const CABINET_POWER_RESERVE = 1.1;

/** Wider trays hang farther from the rears, which changes lengths a little: sizes settle within a few passes. */
const MOST_PASSES = 10;

/** Cross trays added to each block, two at a time, when the largest trays would be too full. */
const MOST_MORE_CROSS_TRAYS = 12;

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
      networkDevices: counts.value.leaves + counts.value.spines + counts.value.cores + counts.value.managers,
      switchesPerCabinet: switchesPerCabinet(parts.value.cabinet.rackUnits, parts.value.switch.heightU),
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
  const managerW = manager === null ? 0 : manager.maxPowerW;
  if (node.maxPowerW === null || switchType.maxPowerW === null || managerW === null) return null;
  return counts.nodes * node.maxPowerW + switches * switchType.maxPowerW + counts.managers * managerW;
}

/** What depends on the routed cables. */
interface Choice {
  sizes: TraySizes;
  moreCrossTrays: number;
  readonly fibers: Map<RailTierName, Fiber>;
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
  private readonly uses: RowArrangement['uses'];
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
    this.mounting = mountDevices({ slots: railSlots(options), parts, rows, ...options, managedUnit: managedUnit(options) });
    this.cabinets = withPowerBudgets(
      rows.flatMap((row) => row.cabinets),
      this.mounting,
      parts,
    );
    this.uses = uses;
    this.tiers = (['node-leaf', 'leaf-spine', 'spine-core', 'ufm'] as const).filter((tier) => counts.links[tier] > 0);
  }

  /** Starts with the largest trays and the fiber asked for, and takes what the routed cables turn out to need until that settles. */
  plan(): Plan {
    const { fiber } = this.options;
    const choice: Choice = {
      sizes: { row: LARGEST_TRAY, cross: LARGEST_TRAY },
      moreCrossTrays: 0,
      fibers: new Map(this.tiers.map((tier) => [tier, fiber === 'singlemode' ? 'singlemode' : 'multimode'])),
    };
    let plan = this.planWith(choice);
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const sized = sizeTrays(plan);
      const longer = fiber === 'auto' ? this.toSingleMode(sized.tooLong, choice.fibers) : [];
      const isSettled = sized.sizes.row === choice.sizes.row && sized.sizes.cross === choice.sizes.cross;
      const addCrossTrays = sized.isOverfull && choice.moreCrossTrays < MOST_MORE_CROSS_TRAYS;
      if (longer.length === 0 && isSettled && !addCrossTrays) return plan;
      for (const tier of longer) choice.fibers.set(tier, 'singlemode');
      if (addCrossTrays) choice.moreCrossTrays += 2;
      choice.sizes = sized.sizes;
      plan = this.planWith(choice);
    }
    return plan;
  }

  /** Tiers to be changed: those with a cable that is too long, and those that share their modules. */
  private toSingleMode(tooLong: ReadonlySet<string>, fibers: ReadonlyMap<RailTierName, Fiber>): RailTierName[] {
    const wanted = new Set(this.tiers.filter((tier) => tooLong.has(tier)));
    const groups = tiersSharingCages(this.options);
    // Twice, since one group may draw in a tier of the other.
    for (const group of [...groups, ...groups]) if (group.some((tier) => wanted.has(tier))) for (const tier of group) wanted.add(tier);
    return this.tiers.filter((tier) => wanted.has(tier) && fibers.get(tier) === 'multimode');
  }

  private planWith({ sizes, fibers, moreCrossTrays }: Choice): Plan {
    const { layout, parts, options } = this;
    const tiers: Record<string, TierParts> = {};
    for (const [tier, fiber] of fibers) tiers[tier] = tierParts(tier, fiber);
    const { powerW } = this;
    const crossXMm = crossTrays(layout, this.uses, parts.cabinet.widthMm, moreCrossTrays);
    const shell = buildShell({ layout, model: parts.cabinet, crossXMm, powerW, hasCooling: options.cooling === 'fan-walls' });
    const trays = buildTrays({
      layout,
      cabinetDepthMm: parts.cabinet.depthMm,
      levels: trayLevels(parts.cabinet),
      crossXMm,
      sizes,
    });
    const { su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm, ufmUnit } = options;
    const fabric: Fabric = {
      id: FABRIC_ID,
      name: 'Compute fabric',
      rule: {
        kind: 'rail-optimised',
        parameters: { su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm, ...(ufmUnit === undefined ? {} : { ufmUnit }) },
      },
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

/** Cabinets of one use get one budget, from the most loaded of them; none where a device's power is not published. */
export function withPowerBudgets(cabinets: readonly Cabinet[], { devices }: Mounting, parts: RailParts): Cabinet[] {
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
