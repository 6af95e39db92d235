/** The fabrics of a SuperPOD with one unit more: rows that come with it are added, what people changed in the others stays. */
import { must } from '../../assert.ts';
import { slotsOf } from '../../fabrics/fabricRule.ts';
import { isSameTable, rowWord } from '../../fabrics/sameTable.ts';
import { tableFault } from '../../fabrics/tableLinks.ts';
import type { TableRule } from '../../fabrics/tableRule.ts';
import type { Fabric } from '../../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../../result.ts';
import { deviceAt, superpodFabrics } from '../../templates/superpod/fabrics.ts';
import { grownParameters } from '../growRail.ts';
import type { Superpod } from './superpodFamily.ts';

/** Each fabric as it was and as it is; `idOf` says which device of the plan is which of the SuperPOD, new ones among them. */
export function grownFabrics(
  { su, fabrics }: Superpod,
  idOf: ReadonlyMap<string, string>,
): Result<readonly (readonly [was: Fabric, is: Fabric])[], UserError> {
  const [before, after] = [superpodFabrics(su), superpodFabrics(su + 1)];
  const pairs: (readonly [Fabric, Fabric])[] = [];
  for (const { known, fabric } of fabrics) {
    const [was, is] = [before, after].map(
      (all) =>
        must(
          all.find(({ id }) => id === known),
          known,
        ).rule,
    );
    const rule = grownRule(fabric.rule, must(was, known), must(is, known));
    const fault = rule.kind === 'table' ? tableFault(rule) : null;
    if (fault !== null) {
      return fail({
        code: 'expand.table',
        path: [`fabrics.${fabric.id}`, ...fault.path].join('.'),
        message: `${fabric.name}: with the links of the new unit, ${fault.message}`,
        remedy: `free what was added to its table by hand: ${fault.remedy}`,
      });
    }
    const standing = new Set(slotsOf(fabric.rule));
    const added = slotsOf(rule).flatMap((slot): [string, string][] => {
      const device = idOf.get(deviceAt(known, slot));
      return standing.has(slot) || device === undefined ? [] : [[slot, device]];
    });
    const slots = new Map([...Object.entries(fabric.slots), ...added]);
    // In the order of the rule, so that a grown fabric is the generated one.
    const inOrder = [...slotsOf(rule).filter((slot) => slots.has(slot)), ...slots.keys()];
    pairs.push([fabric, { ...fabric, rule, slots: Object.fromEntries(inOrder.map((slot) => [slot, must(slots.get(slot), slot)])) }]);
  }
  return ok(pairs);
}

function grownRule(own: Fabric['rule'], was: Fabric['rule'], is: Fabric['rule']): Fabric['rule'] {
  if (own.kind === 'rail-optimised') return { ...own, parameters: grownParameters(own.parameters, own.parameters.su + 1) };
  if (was.kind !== 'table' || is.kind !== 'table') return own;
  if (isSameTable(own.rows, was.rows)) return { ...own, rows: is.rows };
  const known = new Set(was.rows.map(rowWord));
  const there = new Set(own.rows.map(rowWord));
  return {
    ...own,
    rows: [...own.rows, ...is.rows.filter((row) => !known.has(rowWord(row)) && !there.has(rowWord(row)))],
  } satisfies TableRule;
}
