/** Things of a plan by their names, which several may share: cabinets are called alike in every hall. */
import { namedCables } from '../../shared/cabling/namedCable.ts';
import type { Derived } from '../../shared/engine/engine.ts';
import { namedLoom } from '../../shared/looms/findLoom.ts';

export interface NamedThing {
  readonly id: string;
  /** `cabinet in Hall 2`. */
  readonly what: string;
}

/** All things of this name. A cabinet also goes by its hall and name, as on labels: `Hall 2.A04`. */
export function namedThings(derived: Derived, name: string): NamedThing[] {
  const { plan, cabling } = derived;
  const hallName = (id: string): string => plan.halls.get(id)?.name ?? id;
  const hallOfJunction = (id: string): string => hallName(plan.junctions.get(id)?.hall ?? '');
  const found: NamedThing[] = [];
  for (const cabinet of plan.cabinets.values()) {
    const hall = hallName(cabinet.hall);
    if (cabinet.name === name || `${hall}.${cabinet.name}` === name) found.push({ id: cabinet.id, what: `cabinet in ${hall}` });
  }
  for (const device of plan.devices.values()) {
    if (device.name !== name) continue;
    const cabinet = plan.cabinets.get(device.cabinet);
    found.push({ id: device.id, what: cabinet === undefined ? 'device' : `device in ${cabinet.name} in ${hallName(cabinet.hall)}` });
  }
  for (const { id, name: own, from, to } of plan.segments.values()) {
    if (own !== name) continue;
    const halls = new Set([hallOfJunction(from), hallOfJunction(to)]);
    found.push({ id, what: `segment in ${[...halls].join(' and ')}` });
  }
  for (const hall of plan.halls.values()) if (hall.name === name) found.push({ id: hall.id, what: 'hall' });
  const loom = namedLoom(derived, name);
  if (loom !== null) found.push({ id: loom.id, what: 'loom' });
  for (const cable of namedCables(cabling, name)) found.push({ id: cabling.cableId(cable), what: 'cable' });
  return found;
}
