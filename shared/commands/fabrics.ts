/** Fabrics, links drawn by hand, and taking over a generated plan. */
import { changeOf, refuse } from './changeOf.ts';
import { fail } from '../result.ts';
import { findAll, findTaken } from './find.ts';
import { findFabricFault } from '../plan/soundness.ts';
import { must } from '../assert.ts';
import type { Entries } from './edit.ts';
import type { Command } from './command.ts';
import type { Cabinet, Device, Fabric, HandLink, TierParts } from '../plan/types.ts';

export interface AddFabric {
  readonly fabric: Fabric;
  /** Cable families and transceivers of its tiers. */
  readonly parts: Pick<Entries, 'cableFamilies' | 'transceivers'>;
}

/** Adds a fabric between devices that are mounted already. */
export const addFabric: Command<AddFabric> = (plan, { fabric, parts }) => {
  const taken = findTaken(plan, 'fabrics', [fabric.id]);
  if (taken !== null) return fail(taken);
  const fault = findFabricFault(fabric);
  if (fault !== null) return fail({ ...fault, path: fault.path.join('.') });
  return changeOf(plan, `Add fabric ${fabric.name}`, { embed: parts, put: { fabrics: [fabric] } });
};

export interface MountFabric {
  readonly devices: readonly Device[];
  readonly fabric: Fabric;
  /** Cabinets as they are with these devices: with the power that they need. */
  readonly cabinets: readonly Cabinet[];
  readonly parts: Pick<Entries, 'deviceTypes' | 'cableFamilies' | 'transceivers'>;
}

/** Mounts the devices of a fabric in cabinets that stand, and joins them, in one step. */
export const mountFabric: Command<MountFabric> = (plan, { devices, fabric, cabinets, parts }) => {
  const taken =
    findTaken(plan, 'fabrics', [fabric.id]) ??
    findTaken(
      plan,
      'devices',
      devices.map(({ id }) => id),
    );
  if (taken !== null) return fail(taken);
  const found = findAll(
    plan,
    'cabinets',
    cabinets.map(({ id }) => id),
  );
  if (!found.ok) return found;
  const fault = findFabricFault(fabric);
  if (fault !== null) return fail({ ...fault, path: fault.path.join('.') });
  return changeOf(plan, `Mount fabric ${fabric.name}`, { embed: parts, put: { cabinets, devices, fabrics: [fabric] } });
};

/** Changes what makes the links of a fabric. Links whose places stay keep their ids, and what is set by hand on them. */
export const setFabric: Command<AddFabric> = (plan, { fabric, parts }) => {
  const found = findAll(plan, 'fabrics', [fabric.id]);
  if (!found.ok) return found;
  const fault = findFabricFault(fabric);
  if (fault !== null) return fail({ ...fault, path: fault.path.join('.') });
  return changeOf(plan, `Change fabric ${fabric.name}`, { embed: parts, put: { fabrics: [fabric] } });
};

export interface SetTierParts {
  readonly fabric: string;
  readonly tier: string;
  readonly parts: TierParts;
  readonly embed: Pick<Entries, 'cableFamilies' | 'transceivers'>;
}

/** Chooses the cable family and the optics of one tier. */
export const setTierParts: Command<SetTierParts> = (plan, { fabric: id, tier, parts, embed }) => {
  const found = findAll(plan, 'fabrics', [id]);
  if (!found.ok) return found;
  const fabric = must(found.value[0], 'fabric');
  if (!Object.hasOwn(fabric.tiers, tier))
    return refuse(`the fabric has no tier ${tier}`, `choose one of ${Object.keys(fabric.tiers).join(', ')}`);
  return changeOf(plan, `Change the parts of ${tier}`, {
    embed,
    put: { fabrics: [{ ...fabric, tiers: { ...fabric.tiers, [tier]: parts } }] },
  });
};

export interface AddLinks {
  readonly links: readonly HandLink[];
  readonly parts: Pick<Entries, 'cableFamilies' | 'transceivers'>;
}

/** Draws links by hand. */
export const addLinks: Command<AddLinks> = (plan, { links, parts }) => {
  const taken = findTaken(
    plan,
    'links',
    links.map(({ id }) => id),
  );
  if (taken !== null) return fail(taken);
  const loop = links.find(({ a, b }) => a.device === b.device && a.port === b.port);
  if (loop !== undefined) return refuse('a link would end in the port where it begins', 'connect it to another port');
  return changeOf(plan, links.length === 1 ? 'Connect two ports' : `Connect ${links.length} pairs of ports`, {
    embed: parts,
    put: { links },
  });
};
