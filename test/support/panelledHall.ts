/** Generated halls whose uplinks run through patch panels: pairs of them in the free units of the network cabinets, joined by trunks. */
import { must } from '../../shared/assert.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { insertPanels } from '../../shared/commands/panels.ts';
import { seatLinks } from '../../shared/commands/panelSeats.ts';
import { ruledLinks } from '../../shared/expansion/ruledLinks.ts';
import type { Device, Plan } from '../../shared/plan/types.ts';

const PANEL = 'generic/panel-mpo-opposed';
const TRUNK = 'generic/om4-trunk-12';
const PORTS = 36;

/** `some`: the links of every other leaf. */
export type PanelShare = 'none' | 'some' | 'all';

/** Runs links from leaves to spines through panels. */
export function withPanels(catalog: Catalog, plan: Plan, share: PanelShare): Plan {
  if (share === 'none') return plan;
  const fabric = must(plan.fabrics.get('compute'), 'compute');
  const uplinks = ruledLinks(fabric).filter(({ tier }) => tier.endsWith('/leaf-spine'));
  const links = uplinks.map(({ id }) => id).filter((id) => share === 'all' || Number(/leaf(\d+)/u.exec(id)?.[1]) % 2 === 0);
  const pairs = Math.ceil(links.length / PORTS);
  const trunk = must(catalog.cableFamilies.get(TRUNK), TRUNK);
  const jumper = must(plan.catalog.cableFamilies.get(must(fabric.tiers['leaf-spine'], 'parts').family), 'jumper');
  const type = must(catalog.deviceTypes.get(PANEL), PANEL);
  const free = freePlaces(plan);
  const place = (slot: string): [cabinet: string, positionU: number] => {
    const { cabinet } = must(plan.devices.get(must(fabric.slots[slot], slot)), slot);
    const at = free.findIndex((one) => one[0] === cabinet);
    return must(free.splice(Math.max(0, at), 1)[0], 'a free unit');
  };
  // One of each pair with the leaf of its first link, one with the spine.
  const panels = Array.from({ length: pairs }, (_, pair) =>
    must(/\/([^/]+):\d+–(.+):\d+$/u.exec(must(links[pair * PORTS], 'link')), 'ends'),
  )
    .flatMap(([, leaf, spine]) => [place(must(leaf, 'leaf')), place(must(spine, 'spine'))])
    .map(([cabinet, positionU], at): Device => {
      const id = `panel${at + 1}`;
      return { id, cabinet, type: PANEL, name: id, role: 'panel', positionU, face: 'rear' };
    });
  let next: Plan = {
    ...plan,
    catalog: { ...plan.catalog, deviceTypes: new Map([...plan.catalog.deviceTypes, [PANEL, type]]) },
    devices: new Map([...plan.devices, ...panels.map((panel) => [panel.id, panel] as const)]),
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    const some = links.slice(pair * PORTS, (pair + 1) * PORTS);
    const wish = { panelA: must(panels[2 * pair], 'panel').id, panelB: must(panels[2 * pair + 1], 'panel').id, trunk };
    const seated = seatLinks(next, { ...wish, links: some.length });
    const trunks = seated.ok ? seated.value.newTrunks : 0;
    const trunkIds = Array.from({ length: trunks }, (_, at) => `trunk-${pair + 1}-${at + 1}`);
    const done = runCommand(next, insertPanels, { ...wish, links: some, jumperA: jumper, jumperB: jumper, trunkIds });
    next = must(done.ok ? done.value.plan : null, done.ok ? '' : done.error.message);
  }
  return next;
}

/** Units of the cabinets of switches with nothing in them, from the bottom. */
function freePlaces({ cabinets, devices, catalog }: Plan): [cabinet: string, positionU: number][] {
  return [...cabinets.values()].flatMap((cabinet) => {
    const own = [...devices.values()].filter((device) => device.cabinet === cabinet.id);
    if (!own.some(({ role }) => role === 'leaf' || role === 'spine')) return [];
    const taken = new Set(
      own.flatMap(({ positionU, type }) =>
        Array.from({ length: must(catalog.deviceTypes.get(type), type).heightU }, (_, at) => positionU + at),
      ),
    );
    const { rackUnits } = must(catalog.cabinetModels.get(cabinet.model), 'model');
    return Array.from({ length: rackUnits }, (_, at) => at + 1).flatMap((at): [string, number][] =>
      taken.has(at) ? [] : [[cabinet.id, at]],
    );
  });
}
