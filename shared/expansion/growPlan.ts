/**
 * A plan with more scalable units: what stands stays where it stands, under its own id. New rows go on from the old ones, new devices
 * fill them, and the rules of the fabrics say which links there are then. A whole SuperPOD grows with all of its fabrics.
 */
import { compareNames } from '../plan/compareNames.ts';
import { listedNames } from '../plan/listedNames.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Fabric, Plan } from '../plan/types.ts';
import { fail, ok, type Result, type UserError } from '../result.ts';
import { MOST_UNITS } from '../templates/superpod/slots.ts';
import { asRail, growRail, type RailFabric } from './growRail.ts';
import { growSuperpod } from './superpod/growSuperpod.ts';
import { superpodOf } from './superpod/superpodFamily.ts';

/** Fabrics that are told by name, in one line. */
const MOST_NAMED = 12;

export interface GrowWish {
  /** Id of a rail-optimised fabric, or the name that one alone has; null: the only one. */
  readonly fabric: string | null;
  /** Scalable units that it has then; null: one more. */
  readonly su: number | null;
}

export interface Grown {
  readonly plan: Plan;
  readonly fabric: string;
  readonly units: readonly [from: number, to: number];
  /** What the growth took for granted, in sentences without a full stop. */
  readonly notes: readonly string[];
}

/** The grown plan, or what is in the way. */
export function growPlan(plan: Plan, wish: GrowWish): Result<Grown, UserError> {
  const found = findFabric(plan, wish.fabric);
  if (!found.ok) return found;
  const fabric = found.value;
  const { su: standing } = fabric.rule.parameters;
  const su = wish.su ?? standing + 1;
  if (su <= standing) {
    return fail({
      code: 'expand.units',
      path: 'su',
      message: `${fabric.name} has ${standing} scalable ${standing === 1 ? 'unit' : 'units'} already`,
      remedy: `give more than ${standing}`,
    });
  }
  const pod = superpodOf(plan, fabric);
  const isWhole = pod !== null && su <= MOST_UNITS;
  if (pod !== null && !isWhole && wish.fabric === null) return fail(beyondReference(fabric, su));
  const grown = isWhole ? growSuperpod(plan, pod, su) : growRail(plan, fabric, su);
  if (!grown.ok) return grown;
  const ofPod = pod === null ? [fabric] : pod.fabrics.map((one) => one.fabric);
  return ok({
    plan: grown.value.plan,
    fabric: fabric.id,
    units: [standing, su],
    notes: [...grown.value.notes, ...(isWhole ? [] : aloneNote(ofPod)), ...othersNote(plan, ofPod)],
  });
}

function findFabric(plan: Plan, wanted: string | null): Result<RailFabric, UserError> {
  const rails = sortedById(plan.fabrics).flatMap((fabric) => asRail(fabric) ?? []);
  const called = wanted === null || plan.fabrics.has(wanted) ? [] : sortedById(plan.fabrics).filter(({ name }) => name === wanted);
  if (called.length > 1) {
    return fail({
      code: 'expand.fabric',
      path: 'fabric',
      message: `several fabrics are called ${wanted}`,
      remedy: `name one by its id: ${called.map(({ id }) => id).join(', ')}`,
    });
  }
  const id = called[0]?.id ?? wanted;
  const [only] = id === null ? rails : rails.filter((fabric) => fabric.id === id);
  if (only !== undefined && (id !== null || rails.length === 1)) return ok(only);
  const named = rails.map((fabric) => fabric.id).join(', ');
  if (id !== null && rails.length > 0) {
    const other = plan.fabrics.get(id);
    return fail({
      code: 'expand.fabric',
      path: 'fabric',
      message:
        other === undefined ? `the plan has no fabric ${id}` : `${other.name} is not rail-optimised, and only such a fabric grows by units`,
      remedy: `name ${rails.length === 1 ? named : `one of ${named}`}`,
    });
  }
  if (rails.length === 0) {
    return fail({
      code: 'expand.fabric',
      path: 'fabric',
      message: 'the plan has no rail-optimised fabric, which alone grows by units',
      remedy: 'compare with a grown plan by --to',
    });
  }
  const shown = rails.slice(0, MOST_NAMED).map((fabric) => `${fabric.id} (${fabric.name})`);
  const more = rails.length > MOST_NAMED ? ` and ${rails.length - MOST_NAMED} more` : '';
  return fail({
    code: 'expand.fabric',
    path: 'fabric',
    message: `${rails.length} fabrics of the plan can grow`,
    remedy: `name one by --fabric: ${listedNames(shown)}${more}`,
  });
}

/** Of a SuperPOD whose compute fabric alone grows beyond what is published. */
function aloneNote([, ...others]: readonly Fabric[]): string[] {
  const names = others.map(({ name }) => name).sort(compareNames);
  return names.length === 0 ? [] : [`${listedNames(names)}: not grown, since the published SuperPOD ends at ${MOST_UNITS} units`];
}

/** Fabrics that stay as they are, and why. */
function othersNote(plan: Plan, grown: readonly Fabric[]): string[] {
  const others = sortedById(plan.fabrics).filter(({ id }) => !grown.some((one) => one.id === id));
  const note = (kind: Fabric['rule']['kind'], why: string): string[] => {
    const names = others.filter(({ rule }) => rule.kind === kind).map(({ name }) => name);
    return names.length === 0 ? [] : [`${listedNames(names)}: not grown, ${why}`];
  };
  return [...note('table', 'since a table says their links'), ...note('rail-optimised', 'since one fabric grows at a time')];
}

function beyondReference({ id }: Fabric, su: number): UserError {
  return {
    code: 'expand.superpod',
    path: 'su',
    message: `the published SuperPOD ends at ${MOST_UNITS} scalable units, and says nothing of the storage and management of ${su}`,
    remedy: `name the fabric ${id} to grow it alone, or give at most ${MOST_UNITS}`,
  };
}
