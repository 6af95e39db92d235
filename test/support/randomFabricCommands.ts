/** Random commands about fabrics: added between what is mounted, told otherwise, given other parts; and another plan put in place. */
import { setManagerArea } from '../../shared/commands/cabinetModels.ts';
import { embedEntries } from '../../shared/commands/catalogEntries.ts';
import { contentEdit, replaceContent } from '../../shared/commands/content.ts';
import { drawSchedule } from '../../shared/commands/drawSchedule.ts';
import { addFabric, mountFabric, setFabric, setTierParts } from '../../shared/commands/fabrics.ts';
import { runCommand } from '../../shared/commands/history.ts';
import { setTrunkLegs } from '../../shared/commands/trunkLegs.ts';
import { emptyPlan } from '../../shared/plan/emptyPlan.ts';
import { newId, newIds } from '../../shared/plan/ids.ts';
import type { Fabric, Plan } from '../../shared/plan/types.ts';
import { anyOf, bytesOf, type Runner, type Seed } from './randomChoices.ts';
import { COPPER, JUMPER, SERVER, SPLITTER } from './testCatalog.ts';

const JUMPERS = { family: JUMPER.id, transceiverA: null, transceiverB: null };

/** A table of a link or two between devices of the plan, whatever ports these have. */
const tableFabric = (plan: Plan, id: string, { a, b, c }: Seed): Fabric => ({
  id,
  name: `Fabric ${a}`,
  rule: {
    kind: 'table',
    tiers: [{ name: 'direct', blockA: null, blockB: null, legs: 1 }],
    rows: c % 2 === 0 ? [['direct', 'one:1', 'two:1']] : [['direct', 'one:[1-2]', 'two:[1-2]']],
  },
  tiers: { direct: JUMPERS },
  slots: { one: anyOf(plan.devices.keys(), a), two: anyOf(plan.devices.keys(), b) },
});

/** Told otherwise: a slot is left empty, two slots change places, or one rule follows another. */
const changed = (plan: Plan, fabric: Fabric, seed: Seed): Fabric => {
  const slots = Object.keys(fabric.slots).sort();
  const [one, other] = [anyOf(slots, seed.a), anyOf(slots, seed.b)];
  if (seed.c % 3 === 0) return { ...fabric, slots: Object.fromEntries(Object.entries(fabric.slots).filter(([slot]) => slot !== one)) };
  if (seed.c % 3 === 1 || fabric.rule.kind !== 'table') {
    return { ...fabric, slots: { ...fabric.slots, [one]: fabric.slots[other] ?? 'nothing', [other]: fabric.slots[one] ?? 'nothing' } };
  }
  return { ...tableFabric(plan, fabric.id, seed), name: fabric.name };
};

export const fabricRunners: readonly Runner[] = [
  (plan, seed) => {
    const edit = contentEdit(plan, { ...emptyPlan('Fresh'), halls: plan.halls, name: `New ${seed.a}` });
    return edit.ok ? runCommand(plan, replaceContent, { edit: edit.value, label: 'Start anew' }) : edit;
  },
  (plan, { a, b, c }) =>
    runCommand(plan, setTrunkLegs, {
      family: anyOf(new Set([...plan.trunks.values()].map(({ family }) => family)), a),
      end: b % 2 === 0 ? 'endA' : 'endB',
      set: { legMm: c % 4 === 0 ? null : 200 + a, staggerMm: c % 3 === 0 ? null : b % 100 },
    }),
  (plan, seed) =>
    runCommand(plan, setManagerArea, {
      model: anyOf(plan.catalog.cabinetModels.keys(), seed.a),
      area: seed.c % 3 === 0 ? null : { widthMm: 1 + (seed.b % 200), depthMm: 1 + (seed.c % 200) },
    }),
  (plan, seed) =>
    runCommand(plan, addFabric, {
      fabric: tableFabric(plan, newId('fabrics', plan, bytesOf(seed)), seed),
      parts: { cableFamilies: [JUMPER] },
    }),
  (plan, seed) => {
    const [a, b] = [anyOf(plan.devices.keys(), seed.b), anyOf(plan.devices.keys(), seed.c)];
    const link = { id: newId('links', plan, bytesOf(seed)), a: { device: a, port: 'p1' }, b: { device: b, port: 'p2' }, parts: JUMPERS };
    const fabric = tableFabric(plan, newId('fabrics', plan, bytesOf(seed)), seed);
    return runCommand(plan, drawSchedule, {
      fabrics: seed.a % 3 === 0 ? [] : [fabric],
      links: seed.a % 3 === 1 ? [] : [link],
      overrides: seed.a % 3 === 1 ? [] : [{ id: link.id, label: null, requiredMm: 1000 + seed.b, family: null }],
      parts: { cableFamilies: [JUMPER] },
    });
  },
  (plan, seed) => {
    const [one, two] = newIds('devices', 2, plan, bytesOf(seed)) as [string, string];
    const devices = [one, two].map((id, at) => {
      const place = { cabinet: anyOf(plan.cabinets.keys(), seed.a + at), positionU: ((seed.b + at * 3) % 30) + 1, face: 'front' as const };
      return { id, name: `N${at}`, type: SERVER.id, role: 'node' as const, ...place };
    });
    const fabric = { ...tableFabric(plan, newId('fabrics', plan, bytesOf(seed)), seed), slots: { one, two } };
    const cabinets = [...plan.cabinets.values()].filter(({ id }) => id === devices[0]?.cabinet);
    return runCommand(plan, mountFabric, { devices, fabric, cabinets, parts: { deviceTypes: [SERVER], cableFamilies: [JUMPER] } });
  },
  (plan, seed) => {
    const fabric = plan.fabrics.get(anyOf(plan.fabrics.keys(), seed.a + seed.b)) ?? tableFabric(plan, 'nothing', seed);
    return runCommand(plan, setFabric, { fabric: changed(plan, fabric, seed), parts: { cableFamilies: [JUMPER] } });
  },
  (plan, seed) => {
    const fabric = anyOf(plan.fabrics.keys(), seed.a);
    const tier = seed.b % 2 === 0 ? 'leaf-spine' : 'direct';
    return runCommand(plan, setTierParts, { fabric, tier, parts: JUMPERS, embed: { cableFamilies: [JUMPER] } });
  },
  (plan, seed) => runCommand(plan, embedEntries, { entries: { cableFamilies: [seed.a % 2 === 0 ? COPPER : SPLITTER] } }),
];
