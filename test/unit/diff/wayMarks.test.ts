/** Ways of cables that differ: links from cabinet to cabinet where they run, and segments that cables left or came to. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/engine/engine.ts';
import { diffPlans } from '../../../shared/diff/planDiff.ts';
import { reroutes } from '../../../shared/diff/reroutes.ts';
import { wayMarks, type WayMark } from '../../../shared/diff/wayMarks.ts';
import { parsePlan } from '../../../shared/plan/parsePlan.ts';
import type { HandLink, Plan } from '../../../shared/plan/types.ts';

const read = parsePlan(readFileSync(new URL('../../../assets/samples/eight-cabinets.raceway', import.meta.url)));
if (!read.ok) throw new Error(read.error.message);
const plan = read.value;

function withLink(to: string, base: Plan = plan): Plan {
  const { parts } = derive(plan).cabling.tiers[0]!;
  const link: HandLink = { id: 'patch', a: { device: 'su1-node01', port: 'osfp1/1' }, b: { device: to, port: '1/1' }, parts: parts! };
  return { ...base, links: new Map([['patch', link]]) };
}

/** A second way across, beside the first, which is gone. */
function otherCross(): Plan {
  const segments = new Map(plan.segments);
  const cross = segments.get('cross-01-A')!;
  segments.delete(cross.id);
  segments.set('cross-02', { ...cross, id: 'cross-02', name: 'Cross 2', from: 'junction-A-03', to: 'junction-B-03' });
  return { ...plan, segments };
}

function marksOf(old: Plan, next: Plan): WayMark[] {
  return wayMarks(derive(old), derive(next), diffPlans(old, next));
}

describe('ways of cables', () => {
  it('of a link that is added, removed or goes to another device lie from opening to opening, in the trays between', () => {
    const [added] = marksOf(plan, withLink('su1-leaf1'));
    expect(added).toMatchObject({ keys: ['links patch'], kind: 'added', was: [] });
    const [line] = added!.is;
    const { survey, cabling } = derive(withLink('su1-leaf1'));
    const route = cabling.routes[cabling.cables.route[cabling.findCable('patch')!]!]!;
    expect(line![0]).toEqual(survey.accesses[route.accessA]!.opening);
    expect(line!.at(-1)).toEqual(survey.accesses[route.accessB]!.opening);
    // As long as the pathway between the drops, as nothing of it stands upright.
    const lengths = line!.slice(1).map(({ xMm, yMm }, at) => Math.hypot(xMm - line![at]!.xMm, yMm - line![at]!.yMm));
    const drops = [route.accessA, route.accessB].reduce((sum, access) => sum + survey.accesses[access]!.offsetMm, 0);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo(route.pathwayMm + drops, 0);

    const [removed] = marksOf(withLink('su1-leaf1'), plan);
    expect(removed).toMatchObject({ kind: 'removed', is: [], was: added!.is });
    const moved = marksOf(withLink('su1-leaf1'), withLink('spine2'));
    expect(moved.filter(({ keys }) => keys.length > 0).map(({ kind }) => kind)).toEqual(['moved']);
  });

  it('that other cables took are told by segment, the same from either side', () => {
    const [old, next] = [derive(plan), derive(otherCross())];
    const [there, back] = [reroutes(old, next), reroutes(next, old)];
    expect(there.cables).toBeGreaterThan(0);
    expect(back.cables).toBe(there.cables);
    expect(there.bySegment.get('cross-01-A')).toEqual({ lost: there.cables, won: 0 });
    expect(there.bySegment.get('cross-02')).toEqual({ lost: 0, won: there.cables });
    for (const [id, { lost, won }] of there.bySegment) expect(back.bySegment.get(id)).toEqual({ lost: won, won: lost });
    const marks = marksOf(plan, otherCross());
    expect(marks.every(({ keys, kind, hall }) => keys.length === 0 && kind === 'moved' && hall === 'hall-1')).toBe(true);
    expect(marks.filter(({ was }) => was.length > 0).length).toBeGreaterThan(0);
    expect(marks.filter(({ is }) => is.length > 0).length).toBeGreaterThan(0);
  });

  it('are none between a plan and itself, nor where a cabinet moved alone', () => {
    expect(marksOf(plan, plan)).toEqual([]);
    const [first] = plan.cabinets.values();
    const nudged = { ...plan, cabinets: new Map(plan.cabinets).set(first!.id, { ...first!, yMm: first!.yMm - 100 }) };
    expect(marksOf(plan, nudged)).toEqual([]);
  });
});
