/** A rail-optimised fabric into cabinets that stand already: nodes and switches mounted, and the rule that joins them. */
import { must } from '../assert.ts';
import type { Catalog, DeviceType } from '../catalog/types.ts';
import type { Entries } from '../commands/edit.ts';
import { managedUnit, railCounts, type RailCounts } from '../fabrics/railCounts.ts';
import { railSlots } from '../fabrics/railOptimised.ts';
import { compareNames } from '../plan/compareNames.ts';
import type { Cabinet, Device, Fabric, Plan, TierParts } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { mostNodes, mountDevices } from './mounting.ts';
import { switchesPerCabinet } from './networkCabinets.ts';
import { completeRailOptions, type RailHallOptions } from './railOptions.ts';
import { withPowerBudgets } from './railOptimised.ts';
import { railParts, tierParts } from './railParts.ts';
import { usesOfRow } from './railRows.ts';

export type FillOptions = Pick<RailHallOptions, 'preset' | 'su' | 'placement'> & Partial<Pick<RailHallOptions, 'nodesPerCabinet'>>;

export interface RailFill {
  readonly devices: readonly Device[];
  readonly fabric: Fabric;
  /** The cabinets that take devices, with the power that these need. */
  readonly cabinets: readonly Cabinet[];
  readonly parts: Pick<Entries, 'deviceTypes' | 'transceivers' | 'cableFamilies'>;
  readonly counts: RailCounts;
}

const FABRIC_ID = 'compute';
const NETWORK_PER_ROW: readonly number[] = [2, 4, 6, 8];

/** Where everything would stand, row by row; or why the cabinets cannot take it. */
export function fillCabinets(
  catalog: Pick<Catalog, 'deviceTypes' | 'transceivers' | 'cableFamilies'>,
  plan: Plan,
  ids: readonly string[],
  given: FillOptions,
): Result<RailFill, UserError> {
  const rows = rowsOf(ids.flatMap((id) => plan.cabinets.get(id) ?? []));
  const [first] = rows.flat();
  if (first === undefined) return refused('no cabinets are selected', 'select the rows that shall take the fabric');
  if (rows.flat().some(({ model }) => model !== first.model))
    return refused('the cabinets are of several models', 'select rows of one model, and fill the others by themselves');
  const occupied = new Set([...plan.devices.values()].map(({ cabinet }) => cabinet));
  const taken = rows.flat().find(({ id }) => occupied.has(id));
  if (taken !== undefined) return refused(`${taken.name} holds devices already`, 'select empty cabinets');
  const options = completeRailOptions({ ...given, cabinet: first.model });
  const counts = railCounts(options);
  if (!counts.ok) return counts;
  const parts = railParts({ ...plan.catalog, ...catalog }, options);
  if (!parts.ok) return parts;
  const most = mostNodes(parts.value);
  if (options.nodesPerCabinet < 1 || options.nodesPerCabinet > most)
    return refused(`${options.nodesPerCabinet} nodes do not stand in ${parts.value.cabinet.name}`, `mount 1 to ${most} in each`);
  const used = usesFor(rows, options, counts.value, switchesPerCabinet(parts.value.cabinet.rackUnits, parts.value.switch.heightU));
  if (!used.ok) return used;
  const mounting = mountDevices({
    slots: railSlots(options),
    parts: parts.value,
    rows: used.value,
    ...options,
    managedUnit: managedUnit(options),
  });
  const tiers: Record<string, TierParts> = {};
  for (const tier of ['node-leaf', 'leaf-spine', 'spine-core', 'ufm'] as const)
    if (counts.value.links[tier] > 0) tiers[tier] = tierParts(tier, 'multimode');
  const { su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm } = options;
  const rule: Fabric['rule'] = { kind: 'rail-optimised', parameters: { su, nodesPerSu, rails, uplinksPerLeaf, switchPorts, ufm } };
  const { node, switch: switchType, manager } = parts.value;
  const types: readonly DeviceType[] = [node, switchType, ...(manager === null ? [] : [manager])];
  const holding = new Set(mounting.devices.map(({ cabinet }) => cabinet));
  const optics = Object.values(tiers).flatMap(({ transceiverA, transceiverB }) => [transceiverA, transceiverB]);
  return ok({
    devices: mounting.devices,
    fabric: { id: FABRIC_ID, name: 'Compute fabric', rule, tiers, slots: mounting.slots },
    cabinets: withPowerBudgets(
      rows.flat().filter(({ id }) => holding.has(id)),
      mounting,
      parts.value,
    ),
    parts: {
      deviceTypes: types,
      transceivers: [...new Set(optics)].flatMap((id) => (id === null ? [] : [must(catalog.transceivers.get(id), `transceiver ${id}`)])),
      cableFamilies: [...new Set(Object.values(tiers).map(({ family }) => family))].map((id) =>
        must(catalog.cableFamilies.get(id), `cable family ${id}`),
      ),
    },
    counts: counts.value,
  });
}

/** Rows by name, cabinets in the order in which they stand; those of no row by themselves. */
function rowsOf(cabinets: readonly Cabinet[]): Cabinet[][] {
  const rows = new Map<string, Cabinet[]>();
  for (const cabinet of cabinets) {
    const key = `${cabinet.hall} ${cabinet.row ?? ''}`;
    rows.set(key, [...(rows.get(key) ?? []), cabinet]);
  }
  const along = ({ rotationDeg, xMm, yMm }: Cabinet): number => (rotationDeg % 180 === 0 ? xMm : yMm);
  return [...rows].sort(([one], [other]) => compareNames(one, other)).map(([, row]) => row.sort((a, b) => along(a) - along(b)));
}

type UsedRows = Parameters<typeof mountDevices>[0]['rows'];

/** As few network cabinets a row as hold the switches and leave room for the nodes. */
function usesFor(
  rows: readonly (readonly Cabinet[])[],
  { su, nodesPerSu, nodesPerCabinet, placement }: RailHallOptions,
  { leaves, spines, cores, managers }: RailCounts,
  switches: number,
): Result<UsedRows, UserError> {
  const nodeCabinets = su * Math.ceil(nodesPerSu / nodesPerCabinet);
  const networkCabinets = Math.ceil((leaves + spines + cores + managers) / switches);
  for (const perRow of NETWORK_PER_ROW) {
    const hasRoom = rows.reduce((sum, row) => sum + Math.max(0, row.length - perRow), 0) >= nodeCabinets;
    if (!hasRoom || rows.some((row) => row.length <= perRow) || rows.length * perRow < networkCabinets) continue;
    const within = placement === 'end-row' ? 'central' : placement;
    return ok(rows.map((cabinets) => ({ cabinets, uses: usesOfRow(cabinets.length, perRow, within) })));
  }
  const stand = rows.flat().length;
  const needed = nodeCabinets + Math.max(networkCabinets, NETWORK_PER_ROW[0]! * rows.length);
  return refused(
    `${stand} cabinets in ${rows.length} rows do not hold ${nodeCabinets} cabinets of nodes and their switches`,
    `select at least ${needed}, in rows of one length, or fewer units`,
  );
}

function refused(message: string, remedy: string): { readonly ok: false; readonly error: UserError } {
  return fail({ code: 'template.no-room', message, remedy });
}
