/** Growth is refused where somebody's own links are plugged into the ports that it needs. */
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../electron/catalogFiles.ts';
import { must } from '../../../shared/assert.ts';
import { derive } from '../../../shared/engine/engine.ts';
import { growPlan } from '../../../shared/expansion/growPlan.ts';
import { matchLinks } from '../../../shared/expansion/matchLinks.ts';
import { ruledLinks } from '../../../shared/expansion/ruledLinks.ts';
import type { HandLink, Plan } from '../../../shared/plan/types.ts';
import { generateRailOptimised } from '../../../shared/templates/railOptimised.ts';

const catalog = loadCatalog();
const made = generateRailOptimised(catalog, { preset: 'h100', su: 3 });
const before = must(made.ok ? made.value : null, 'plan');
const fabricOf = (plan: Plan) => must(plan.fabrics.get('compute'), 'compute');

function withLinks(...ends: readonly (readonly [string, string, string, string])[]): Plan {
  const parts = must(fabricOf(before).tiers['leaf-spine'], 'parts');
  const links = ends.map(([a, portA, b, portB], at): HandLink => {
    const id = `hand${at + 1}`;
    return { id, a: { device: a, port: portA }, b: { device: b, port: portB }, parts };
  });
  return { ...before, links: new Map(links.map((link) => [link.id, link])) };
}

const grow = (plan: Plan) => growPlan(plan, { fabric: null, su: null });
const twice = (plan: Plan): number => derive(plan).findings.filter(({ code }) => code === 'port.used-twice').length;

describe('links drawn by hand on ports of a fabric', () => {
  const after = grow(before);
  const grown = must(after.ok ? after.value.plan : null, 'grown');
  const { added, moved } = matchLinks(ruledLinks(fabricOf(before)), ruledLinks(fabricOf(grown)));
  const spine = fabricOf(before).slots['spine1'];
  // Unit 4 plugs leaves into ports that three units leave dark: the rule numbers them over the whole switch.
  const needed = must(
    added.find(({ b }) => b.startsWith(`${must(spine, 'spine1')}:`)),
    'a link to spine 1',
  );
  const number = Number(must(/\d+$/u.exec(needed.b), 'port')[0]);
  const portName = `${Math.ceil(number / 2)}/${number % 2 === 0 ? 2 : 1}`;

  it('stop growth that needs one of them, with the link, the port and the device named', () => {
    expect(moved).toEqual([]);
    const plan = withLinks(['spine1', portName, 'spine2', portName]);
    expect(twice(plan)).toBe(0);
    expect(grow(plan)).toMatchObject({
      ok: false,
      error: {
        code: 'expand.ports',
        path: 'links.hand1',
        message: `link spine1:${portName}–spine2:${portName}, drawn by hand, takes port ${portName} of spine2, which the new units need`,
        remedy: 'connect it to another port or delete it, and expand again',
      },
    });
  });

  it('are counted where there are more', () => {
    const next = must(
      added.find((link) => link.b.startsWith(`${must(spine, 'spine1')}:`) && link !== needed),
      'another',
    );
    const other = Number(must(/\d+$/u.exec(next.b), 'port')[0]);
    const otherName = `${Math.ceil(other / 2)}/${other % 2 === 0 ? 2 : 1}`;
    const result = grow(withLinks(['spine1', portName, 'spine2', portName], ['spine1', otherName, 'spine2', otherName]));
    expect(result.ok ? '' : result.error.message).toContain('; so does 1 other link drawn by hand');
  });

  it('let growth be where no new link needs their ports: what was wrong before stays a finding', () => {
    const plan = withLinks(['spine1', '1/1', 'spine2', '1/1']);
    expect(twice(plan)).toBe(2);
    const result = grow(plan);
    expect(result.ok && twice(result.value.plan)).toBe(2);
  });
});
