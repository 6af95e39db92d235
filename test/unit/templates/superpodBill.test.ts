/** The whole bill of the DGX SuperPOD of H100 with four scalable units, as published: RA-11333-001 V11, tables 7 and 8. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { skuOfLength } from '../../../shared/cabling/lengths.ts';
import { derive, type Derived } from '../../../shared/engine/engine.ts';
import { growPlan } from '../../../shared/expansion/growPlan.ts';
import { fabricBills } from '../../../shared/takeoff/fabricBills.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';
import { templates } from '../../../shared/templates/templates.ts';

const template = must(
  templates.find(({ name }) => name === 'superpod'),
  'superpod',
);

function superpod(su: number): Derived {
  const plan = template.generate(loadCatalog(), { preset: 'h100', su: String(su) });
  if (!plan.ok) throw new Error(plan.error.message);
  return derive(plan.value);
}

const whole = superpod(4);

/** The same by units, one after the other. */
function grownFrom(su: number): Derived {
  const grown = growPlan(superpod(su).plan, { fabric: null, su: 4 });
  return derive(must(grown.ok ? grown.value : null, 'grown').plan);
}

/** Order number as printed (30 m stand for the real length), or what is printed in its place. */
type Printed = string;

/** Fabric, count, part, and the tiers of the plan that the line is about. */
const CABLES: readonly (readonly [fabric: string, count: number, part: Printed, tiers: readonly string[]])[] = [
  ['inband', 254, '980-9I440-00H030', ['inband-node']],
  ['inband', 8, '980-9I13N-00C030', ['inband-server']],
  ['inband', 4, '980-9I17Q-00CM00', ['inband-uplink']],
  ['inband', 6, '980-9I54C-00V001', ['inband-isl']],
  ['inband', 8, '980-9I13N-00C030', ['inband-nfs']],
  ['inband', 24, '980-9I13N-00C030', ['inband-core']],
  ['oob', 127, 'Cat5e', ['oob-node']],
  ['oob', 64, 'Cat5e', ['oob-switch']],
  ['oob', 8, 'Cat5e', ['oob-server', 'oob-ufm']],
  ['oob', 8, 'Cat5e', ['oob-inband']],
  ['oob', 2, 'Cat5e', ['oob-ufm-pair']],
  ['oob', 108, 'Cat5e', ['oob-pdu']],
  ['oob', 16, '980-9I13N-00C030', ['oob-uplink']],
  ['compute', 2040, '980-9I570-00N030', ['node-leaf', 'leaf-spine']],
  ['compute', 2, '980-9I557-00N030', ['ufm']],
  ['storage', 494, '980-9I570-00N030', ['storage-node', 'storage-spine']],
  ['storage', 48, '980-9I117-00H030', ['storage-array']],
  ['storage', 2, '980-9I557', ['storage-ufm']],
  ['storage', 4, '980-9I117', ['storage-server']],
];

const MODULES: readonly (readonly [fabric: string, count: number, part: Printed])[] = [
  ['compute', 1536, '980-9I510-00NS00'],
  ['compute', 508, '980-9I51A-00NS00'],
  ['compute', 4, '980-9I51S-00NS00'],
  ['storage', 369, '980-9I510-00NS00'],
  ['storage', 254, '980-9I693'],
  ['storage', 4, '980-9I51S-00NS00'],
  ['inband', 4, '980-9I17Q-00CM00'],
  ['oob', 4, 'QSFP-SFP+ adapter with SFP BASE-T'],
];

/** Whether a cable of the family is what the bill prints; the family names the printed number, or makes it of a length. */
function isPart(familyId: string | null, part: Printed): boolean {
  const family = must(whole.plan.catalog.cableFamilies.get(familyId ?? ''), 'family');
  if (part === 'Cat5e') return family.id === 'generic/cat5e';
  // The bill has the uplinks to the building by their modules; the cables are whatever the building takes.
  if (part === '980-9I17Q-00CM00') return family.id === 'generic/singlemode-lc-duplex';
  const lengthMm = Number(part.slice(-3)) * 1000;
  return (
    skuOfLength(family, lengthMm) === part ||
    (family.sources['sku'] ?? '').includes(part) ||
    skuOfLength(family, 30_000)?.startsWith(part) === true
  );
}

function isModule(id: string, part: Printed): boolean {
  const { sku, name } = must(whole.plan.catalog.transceivers.get(id), id);
  return sku === null ? name.startsWith('QSFP28 to SFP+ adapter') && part.startsWith('QSFP-SFP+') : sku === part;
}

describe.each([
  ['generated', whole],
  ['grown from three', grownFrom(3)],
  ['grown from one', grownFrom(1)],
])('the whole bill of four scalable units, %s', (_, pod) => {
  const bills = fabricBills(pod.plan, pod.survey, pod.cabling);
  const billOf = (fabric: string) =>
    must(
      bills.find(({ id }) => id === fabric),
      fabric,
    );

  it.each(CABLES)('%s: %i cables %s', (fabric, count, part, tiers) => {
    const own = billOf(fabric).tiers.filter(({ tier }) => tiers.includes(tier));
    expect(own.map(({ tier }) => tier).sort()).toEqual([...tiers].sort());
    expect(own.reduce((sum, { cables }) => sum + cables, 0)).toBe(count);
    for (const { family } of own) expect(isPart(family, part), `${family} is ${part}`).toBe(true);
  });

  it.each(MODULES)('%s: %i modules %s', (fabric, count, part) => {
    const own = billOf(fabric).transceivers.filter(({ id }) => isModule(id, part));
    expect(own.map((one) => one.count)).toEqual([count]);
  });

  it('has no cable and no module besides', () => {
    const tiers = new Set(CABLES.flatMap(([fabric, , , names]) => names.map((tier) => `${fabric}/${tier}`)));
    expect(bills.flatMap(({ id, tiers: own }) => own.map(({ tier }) => `${id}/${tier}`)).filter((tier) => !tiers.has(tier))).toEqual([]);
    expect(bills.flatMap(({ transceivers }) => transceivers).length).toBe(MODULES.length);
    expect(bills.map(({ id, cables }) => [id, cables])).toEqual([
      ['compute', 2042],
      ['inband', 304],
      ['oob', 333],
      ['storage', 548],
    ]);
    expect(pod.takeoff.cables.count).toBe(3227);
    expect(pod.takeoff.scope).toBe('Compute fabric, In-band management, Out-of-band management, Storage fabric only');
  });

  it('has the cabinets and devices, and beside them only what is left to others', () => {
    const bom = billOfMaterials(pod.plan, pod.survey, pod.cabling, pod.takeoff);
    const lines = bom.lines.filter((line) => line.class === 'cabinet' || line.class === 'device');
    expect(Object.fromEntries(lines.map(({ description, required }) => [description, required]))).toEqual({
      NVIDPD13: 38,
      'DGX H100': 127,
      QM9700: 48 + 16,
      SN4600C: 8,
      SN2201: 8,
      'UFM appliance': 4,
      'Management server': 4,
      'Rack PDU, 2U': 96 + 12,
      'Core network hand-off, by others': 1,
      'NFS storage, by others': 4,
      'Partner storage, by others': 12,
    });
    expect(bom.lines.find((line) => line.class === 'transceiver' && line.sku === '980-9I510-00NS00')?.required).toBe(1536 + 369);
  });

  it('keeps the identities by which the publication counts', () => {
    const cables = (tier: string) => pod.takeoff.cables.byTier.find((one) => one.tier === tier)?.count;
    expect(cables('inband-node')).toBe(2 * 127);
    expect(billOf('compute').transceivers.map(({ count }) => count)).toEqual([48 * 32, 4 * 127, 4]);
    expect([cables('oob-switch'), cables('oob-pdu'), cables('oob-uplink')]).toEqual([48 + 16, 96 + 12, 2 * 8]);
    // The storage switches: a cage for two links between switches, for two of nodes, and one for each splitter.
    expect(240 / 2 + 240 / 2 + 254 / 2 + 2).toBe(369);
  });

  it('needs no mending: nothing is wrong but what nobody published', () => {
    expect(pod.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(pod.findings.map(({ code }) => code))).toEqual(new Set(['power.feed-loss', 'power.supplies-unknown']));
  });
});

interface Joined {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}

/** Every link with its two ends as device and port. */
function linksOf({ survey, cabling }: Derived): Joined[] {
  const { links } = cabling;
  const end = (device: number, port: number): string => `${must(survey.devices[device], 'device').device.id}:${port}`;
  return Array.from({ length: links.count }, (_, link) => ({
    id: cabling.linkId(link),
    a: end(links.aDevice[link]!, links.aPort[link]!),
    b: end(links.bDevice[link]!, links.bPort[link]!),
  }));
}

const sizes = [superpod(1), superpod(2), superpod(3), whole];

describe.each([1, 2, 3, 4])('the ports of %i scalable units', (su) => {
  const derived = must(sizes[su - 1], 'superpod');
  const links = linksOf(derived);
  const between = (from: RegExp, to: RegExp): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { a, b } of links) {
      const [one, other] = [a.split(':')[0] ?? '', b.split(':')[0] ?? ''];
      if (from.test(one) && to.test(other)) counts.set(`${one} ${other}`, (counts.get(`${one} ${other}`) ?? 0) + 1);
    }
    return counts;
  };

  it('take one cable end each, and are all there', () => {
    const ends = new Map<string, Set<number>>();
    links.forEach(({ a, b }, link) => {
      for (const end of [a, b]) ends.set(end, (ends.get(end) ?? new Set()).add(derived.cabling.links.cable[link]!));
    });
    expect([...ends].filter(([, cables]) => cables.size > 1)).toEqual([]);
    expect(links.filter(({ a, b }) => a.endsWith(':-1') || b.endsWith(':-1'))).toEqual([]);
    expect(derived.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('cross no rail: leaf k of a unit takes port k of each node of that unit, and nothing else of nodes', () => {
    const ofNodes = links.filter(({ id }) => id.startsWith('compute/node-leaf/'));
    const ends = ofNodes.map(({ id }) => /^compute\/node-leaf\/su(\d)\.(node\d\d):(\d)–su(\d)\.leaf(\d):/.exec(id));
    const nodes = new Set(ends.map((match) => `${match?.[1]} ${match?.[2]}`));
    expect(nodes.size).toBeGreaterThan(30 * su);
    expect(ofNodes).toHaveLength(8 * nodes.size);
    const crossed = ends.filter((match) => match === null || match[1] !== match[4] || match[3] !== match[5]);
    expect(crossed).toEqual([]);
  });

  it('link every leaf equally to every spine', () => {
    const pairs = [
      {
        leaves: 8 * su,
        spines: [4, 8, 16, 16][su - 1]!,
        each: 32 / [4, 8, 16, 16][su - 1]!,
        counts: between(/^su\d-leaf\d$/, /^spine\d+$/),
      },
      { leaves: 3 * su, spines: 4, each: 5, counts: between(/^storage-su\d-leaf\d$/, /^storage-spine\d$/) },
      { leaves: 2 * [1, 2, 3, 3][su - 1]!, spines: 2, each: 2, counts: between(/^inband-leaf\d$/, /^inband-core\d$/) },
    ];
    for (const { leaves, spines, each, counts } of pairs) {
      expect(counts.size).toBe(leaves * spines);
      expect(new Set(counts.values())).toEqual(new Set([each]));
    }
  });

  it('give the two ports of a node to different switches, in the storage and the in-band network', () => {
    for (const counts of [between(/-node\d\d$/, /^storage-su\d-leaf\d$/), between(/-node\d\d$/, /^inband-leaf\d$/)]) {
      expect(counts.size).toBe(2 * (32 * su - 1));
      expect(new Set(counts.values())).toEqual(new Set([1]));
    }
  });
});

describe('one unit more', () => {
  it.each([2, 3, 4])('to %i keeps every earlier cabinet, device, port and id, but for uplinks that move to new spines', (su) => {
    const [before, after] = [must(sizes[su - 2], 'before'), must(sizes[su - 1], 'after')];
    for (const table of ['cabinets', 'devices'] as const) {
      const kept = [...before.plan[table]].filter(([id]) => after.plan[table].has(id));
      expect(kept.length).toBe(before.plan[table].size);
    }
    const places = (derived: Derived) =>
      [...derived.plan.devices.values()].map(({ id, cabinet, positionU, face }) => `${id} ${cabinet} ${positionU} ${face}`);
    const placesAfter = new Set(places(after));
    expect(places(before).filter((place) => !placesAfter.has(place))).toEqual([]);
    const byId = new Map(linksOf(after).map((link) => [link.id, link]));
    const lost = linksOf(before).filter(({ id, a, b }) => byId.get(id)?.a !== a || byId.get(id)?.b !== b);
    // The spines double to 8 and to 16 with the second and the third unit: half of the uplinks of each earlier leaf move, by their far end.
    expect(lost.length).toBe([0, 0, 128, 256, 0][su]);
    const leafPorts = new Set([...byId.values()].map(({ a }) => a));
    for (const { id, a } of lost) {
      expect(id).toMatch(/^compute\/leaf-spine\//);
      expect(leafPorts.has(a)).toBe(true);
    }
  });
});
