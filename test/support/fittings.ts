/** Types that do not stand between both rails, of the shipped catalog, and a cabinet with all of them. */
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { must } from '../../shared/assert.ts';
import type { DeviceType } from '../../shared/catalog/types.ts';
import { PlanBuilder } from './planBuilder.ts';
import { TEST_CATALOG } from './testCatalog.ts';

const shipped = loadCatalog().deviceTypes;

function shippedType(id: string): DeviceType {
  return must(shipped.get(id), id);
}

export const HALF_SWITCH = shippedType('generic/half-width-switch');
export const UPRIGHT_PDU = shippedType('generic/rack-pdu-0u');
export const MANAGER = shippedType('generic/cable-manager-1u');
export const BLANKS = [1, 2, 4].map((heightU) => shippedType(`generic/blanking-${heightU}u`));

/** A builder that has these types beside those of the test catalog. */
export function fittingsBuilder(): PlanBuilder {
  const types = [HALF_SWITCH, UPRIGHT_PDU, MANAGER, ...BLANKS].map((type) => [type.id, type] as const);
  return new PlanBuilder().withCatalog({ deviceTypes: new Map([...TEST_CATALOG.deviceTypes, ...types]) });
}

/** A: two half-width switches on U1, a manager on U2, a server on U4, and a PDU on either side of the rear. */
export function fittedCabinet(): PlanBuilder {
  return fittingsBuilder()
    .hall()
    .cabinet('A', 3000, 3000)
    .device('left', 'A', 1, { type: HALF_SWITCH.id })
    .device('right', 'A', 1, { type: HALF_SWITCH.id, hand: 'right' })
    .device('manager', 'A', 2, { type: MANAGER.id })
    .device('server', 'A', 4)
    .device('pdu-a', 'A', 1, { type: UPRIGHT_PDU.id, face: 'rear' })
    .device('pdu-b', 'A', 1, { type: UPRIGHT_PDU.id, face: 'rear', hand: 'right' });
}
