/** The four fabrics of a SuperPOD: their rules, their parts, and which device stands at which slot. */
import { slotsOf } from '../../fabrics/fabricRule.ts';
import type { Fabric, TierParts } from '../../plan/types.ts';
import { computeParameters } from './slots.ts';
import { inbandRule } from './inbandFabric.ts';
import { managementRule } from './managementFabric.ts';
import { storageRule } from './storageFabric.ts';

const parts = (family: string, transceiverA: string | null = null, transceiverB: string | null = null): TierParts => ({
  family,
  transceiverA,
  transceiverB,
});

const SWITCH_OPTIC = 'nvidia/osfp-switch-multimode';
const UFM_OPTIC = 'nvidia/osfp-ufm-multimode';
const JUMPER = 'nvidia/mfp7e10';
const SPLITTER = 'nvidia/mfp7e20';
const AOC_100G = 'nvidia/980-9i13n';
const AOC_SPLITTER = 'nvidia/980-9i117';
const CORD = 'generic/cat5e';

/** Parts by tier, as the bill of RA-11333-001 V11 names them. */
const COMPUTE_PARTS: Readonly<Record<string, TierParts>> = {
  'node-leaf': parts(JUMPER, 'nvidia/osfp-system-multimode', SWITCH_OPTIC),
  'leaf-spine': parts(JUMPER, SWITCH_OPTIC, SWITCH_OPTIC),
  ufm: parts(SPLITTER, UFM_OPTIC, SWITCH_OPTIC),
};

const STORAGE_PARTS: Readonly<Record<string, TierParts>> = {
  'storage-node': parts(JUMPER, 'nvidia/qsfp112-multimode', SWITCH_OPTIC),
  'storage-spine': parts(JUMPER, SWITCH_OPTIC, SWITCH_OPTIC),
  'storage-array': parts(AOC_SPLITTER),
  'storage-ufm': parts(SPLITTER, UFM_OPTIC, SWITCH_OPTIC),
  'storage-server': parts(AOC_SPLITTER),
};

const INBAND_PARTS: Readonly<Record<string, TierParts>> = {
  'inband-node': parts('nvidia/980-9i440'),
  'inband-core': parts(AOC_100G),
  'inband-isl': parts('nvidia/980-9i54c'),
  'inband-server': parts(AOC_100G),
  'inband-nfs': parts(AOC_100G),
  'inband-uplink': parts('generic/singlemode-lc-duplex', 'nvidia/qsfp28-cwdm4'),
};

const MANAGEMENT_PARTS: Readonly<Record<string, TierParts>> = {
  'oob-node': parts(CORD),
  'oob-pdu': parts(CORD),
  'oob-switch': parts(CORD),
  'oob-inband': parts(CORD),
  'oob-server': parts(CORD),
  'oob-ufm': parts(CORD, null, 'generic/qsfp28-base-t'),
  'oob-ufm-pair': parts(CORD),
  'oob-uplink': parts(AOC_100G),
};

/** Fabrics of so many units, compute first. */
export function superpodFabrics(su: number): Fabric[] {
  return [
    fabric('compute', 'Compute fabric', { kind: 'rail-optimised', parameters: computeParameters(su) }, COMPUTE_PARTS),
    fabric('storage', 'Storage fabric', storageRule(su), STORAGE_PARTS),
    fabric('inband', 'In-band management', inbandRule(su), INBAND_PARTS),
    fabric('oob', 'Out-of-band management', managementRule(su), MANAGEMENT_PARTS),
  ];
}

function fabric(id: string, name: string, rule: Fabric['rule'], tiers: Fabric['tiers']): Fabric {
  return { id, name, rule, tiers, slots: Object.fromEntries(slotsOf(rule).map((slot) => [slot, deviceAt(id, slot)])) };
}

/** Nodes, servers and rack PDUs are in several fabrics; switches and fabric managers belong to one, which a slot of another one names. */
const SHARED_SLOT = /^(su\d+\.node|server|nfs|pdu\.|hand-off|su\d+\.array)/;
const OF_ANOTHER_FABRIC = /^(compute|storage|inband)\.(.+)$/;

/** Id of the device at a slot: `su1-node05`, `storage-su1-leaf2`. */
export function deviceAt(fabricId: string, slot: string): string {
  const other = OF_ANOTHER_FABRIC.exec(slot);
  if (other?.[1] !== undefined && other[2] !== undefined) return deviceAt(other[1], other[2]);
  const own = slot.replaceAll('.', '-');
  return fabricId === 'compute' || fabricId === 'oob' || SHARED_SLOT.test(slot) ? own : `${fabricId}-${own}`;
}
