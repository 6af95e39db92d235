/** What a plan is made of, as `explain` derives it: parts add up to what the takeoff and the bill say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partsNamed } from '../../../electron/cli/partDossier.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import { billOfMaterials } from '../../../shared/takeoff/bom.ts';

const read = parsePlan(readFileSync(new URL('../../../assets/samples/one-megawatt-hall.raceway', import.meta.url)));
if (!read.ok) throw new Error('the sample');
const [compute] = read.value.fabrics.values();
const fabric = { ...must(compute, 'a fabric'), name: 'Compute, east, rail 1' };
const segment = must([...read.value.segments.keys()][0], 'a segment');
const plain = derive(read.value).cabling;
const pair = [plain.linkId(0), plain.linkId(1)];
const derived = derive({
  ...read.value,
  fabrics: new Map([[fabric.id, fabric]]),
  diversityGroups: new Map([['g1', { id: 'g1', name: 'Pair', members: { kind: 'links', links: pair } }]]),
  routeRules: new Map([
    [
      'r1',
      { id: 'r1', name: 'Off the first', scope: { kind: 'fabric', fabric: fabric.id, tier: 'leaf-spine' }, via: [], avoid: [segment] },
    ],
  ]),
});
const { takeoff } = derived;

function dossierOf(name: string) {
  const found = partsNamed(derived, name);
  expect(found.length, name).toBe(1);
  return must(found[0], name).dossier();
}

const number = (text = ''): number => Number(text.replaceAll(/[^\d.]/gu, ''));
const sum = (name: string, part: number, column: number): number =>
  must(dossierOf(name).parts[part], 'part').rows.reduce((total, row) => total + number(row[column]), 0);

describe('a part of a plan, derived', () => {
  it('a fabric adds up to the takeoff, by its id and by a name with commas', () => {
    for (const name of [fabric.id, fabric.name]) {
      expect([sum(name, 0, 1), sum(name, 0, 2)]).toEqual([takeoff.links.count, takeoff.cables.count]);
    }
    expect(partsNamed(derived, 'Compute')).toEqual([]);
    expect(partsNamed(derived, 'east')).toEqual([]);
  });

  it('a fabric tells of each tier which port goes to which, in words and for programs', () => {
    const { parts, json } = dossierOf(fabric.id);
    const rows = must(parts[2], 'ports').rows;
    expect(rows.map(([tier]) => tier)).toEqual(takeoff.links.byTier.map(({ tier }) => tier));
    expect(rows[0]?.[1]).toMatch(/^Port k of a node goes to the leaf of rail k of its unit;/);
    expect(json).toMatchObject({ ports: rows.map(([tier, text]) => ({ tier, text })) });
  });

  it('tiers add up one by one', () => {
    for (const { tier, count } of takeoff.cables.byTier) expect(sum(tier, 0, 2), tier).toBe(count);
    for (const { tier, count } of takeoff.links.byTier) expect(sum(tier, 0, 1), tier).toBe(count);
  });

  it('cable families add up to the bill and to the metres ordered', () => {
    for (const { family, count, orderedM } of takeoff.cables.byFamily) {
      expect(sum(family, 1, 2), family).toBe(count);
      expect(sum(family, 1, 5), family).toBeCloseTo(orderedM, 3);
    }
  });

  it('a length goes by its order number', () => {
    const bill = billOfMaterials(derived.plan, derived.survey, derived.cabling, takeoff);
    const line = must(
      bill.lines.find(({ class: bomClass, sku }) => bomClass === 'cable' && sku !== null),
      'a length',
    );
    expect(dossierOf(must(line.sku, 'an order number')).json).toMatchObject({ lines: [line] });
  });

  it('a rule names every cable of its tier', () => {
    const { count } = must(
      takeoff.cables.byTier.find(({ tier }) => tier === 'leaf-spine'),
      'the tier',
    );
    expect(count).toBeGreaterThan(0);
    expect(sum('Off the first', 1, 2)).toBe(count);
  });

  it('a redundancy group names the cables that it holds apart', () => {
    expect(must(dossierOf('Pair').parts[0], 'part').rows.map((row) => row[2])).toEqual(pair);
  });

  it('a junction tells which cables go over from pathway to pathway: as many as each route passes there', () => {
    const { network } = derived.survey;
    const id = must(
      [...derived.plan.junctions.keys()].find((junction) => number(dossierOf(junction).parts[0]?.rows[3]?.[1]) > 0),
      'a junction with cables',
    );
    const dossier = dossierOf(id);
    const isHere = (edge: number): boolean =>
      [network.edgeFrom, network.edgeTo].some((column) => network.vertexJunction[must(column[edge], 'vertex')] === id);
    const met = network.segments.filter((_, edge) => isHere(edge));
    expect(dossier.parts[1]?.rows.map((row) => row[2])).toEqual(met.map((segment) => segment.id));
    let passing = 0;
    for (const route of derived.cabling.cables.route) {
      const steps = route < 0 ? [] : must(derived.cabling.routes[route], 'route').steps.filter(({ edge }) => edge < network.segmentCount);
      passing += steps.filter(({ edge }, at) => isHere(edge) && at + 1 < steps.length && isHere(must(steps[at + 1], 'step').edge)).length;
    }
    expect(passing).toBeGreaterThan(0);
    expect(sum(id, 2, 2)).toBe(passing);
    expect(dossier.json).toMatchObject({ kind: 'junction', id, cables: passing });
  });

  it('a junction counts no cable from a pathway that it only meets at its end', () => {
    const eight = parsePlan(readFileSync(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url)));
    if (!eight.ok) throw new Error('the sample');
    const small = derive(eight.value);
    const { network } = small.survey;
    const isTray = (edge: number): boolean => edge < network.segmentCount;
    const steps = small.cabling.routes.flatMap((route) => route.steps);
    expect(steps.some(({ edge, fromMm, toMm }) => isTray(edge) && fromMm === toMm)).toBe(true);
    const counted = [...small.plan.junctions.keys()].reduce(
      (total, id) => total + (must(partsNamed(small, id)[0], id).dossier().json as { cables: number }).cables,
      0,
    );
    let passing = 0;
    for (const route of small.cabling.cables.route) {
      const lying = route < 0 ? [] : must(small.cabling.routes[route], 'route').steps.filter(({ fromMm, toMm }) => fromMm !== toMm);
      passing += Math.max(0, lying.filter(({ edge }) => isTray(edge)).length - 1);
    }
    expect(counted).toBe(passing);
  });
});
