/**
 * Where optics of one cage and speed belong: finned ones in switches, whose air cools the fins; flat tops in systems, whose
 * cages bring their own heat sink. It orders what is offered; no publication says that the other one fails, so it is no check.
 */

export type OpticHost = 'switch' | 'system';

interface HostOfOptic {
  readonly host: OpticHost;
  /** A publication, or text that starts with "assumption". */
  readonly source: string;
}

const SWITCH_CAGES = 'NVIDIA RA-11333-001 V11, tables 7 and 8: OSFP twin-port in every cage of the switches';
const SYSTEM_CAGES = 'NVIDIA RA-11333-001 V11, tables 7 and 8: OSFP in the DGX systems, four each';

/** By catalog id; of optics that are not here nothing is known. */
export const opticHosts: ReadonlyMap<string, HostOfOptic> = new Map([
  ['nvidia/osfp-switch-multimode', { host: 'switch', source: SWITCH_CAGES }],
  ['nvidia/osfp-system-multimode', { host: 'system', source: SYSTEM_CAGES }],
  ['nvidia/osfp-ufm-multimode', { host: 'system', source: 'NVIDIA RA-11333-001 V11, tables 7 and 8: transceiver of the UFM appliance' }],
  ['nvidia/osfp-switch-singlemode', { host: 'switch', source: 'assumption: as the multimode module, finned' }],
  ['nvidia/osfp-system-singlemode', { host: 'system', source: 'assumption: as the multimode module, flat top' }],
  ['nvidia/osfp-ufm-singlemode', { host: 'system', source: 'assumption: as the multimode module, flat top' }],
]);
