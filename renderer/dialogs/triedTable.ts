/** What a judged table would do to the plan: a new fabric, one changed, or all that a schedule draws. */
import type { Patch } from 'immer';
import { drawSchedule } from '../../shared/commands/drawSchedule.ts';
import { addFabric, setFabric, type AddFabric } from '../../shared/commands/fabrics.ts';
import type { TableAnswer } from '../../shared/engine/tableAnswer.ts';
import { partsUsed } from '../../shared/fabrics/schedule/partsUsed.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { entriesOf } from '../elevation/connectPorts.ts';
import { partsFor } from '../panels/partCatalog.ts';
import type { Planner } from '../state/plannerContext.ts';
import { runCommand } from '../tools/editActions.ts';

export interface TriedTable {
  /** Null where the plan refuses it. */
  readonly change: { readonly patches: readonly Patch[]; readonly links: readonly string[] } | null;
  readonly refusal: string | null;
  /** Runs it; false when it is refused. */
  readonly run: () => boolean;
  /** What was drawn or changed, for the notice. */
  readonly told: string;
}

export interface TableWish {
  readonly name: string;
  /** The fabric that is changed, or the id of a new one. */
  readonly fabric: string;
}

/** Null while the table draws nothing. */
export function tryTable(planner: Planner, plan: Plan, table: TableAnswer, { name, fabric }: TableWish): TriedTable | null {
  const catalog = partsFor(plan);
  if (table.schedule !== null) {
    const args = { ...table.schedule, parts: partsUsed(table.schedule, catalog) };
    const names = table.schedule.fabrics.map((one) => one.name);
    const told = `${names.length === 0 ? 'Links' : names.join(', ')} drawn`;
    return { ...outcomeOf(planner.plan.attempt(drawSchedule, args)), run: () => runCommand(planner, drawSchedule, args), told };
  }
  if (table.fabric === null || name === '') return null;
  const entries = Object.values(table.fabric.tiers).map((parts) => entriesOf(catalog, parts));
  const args: AddFabric = {
    fabric: { id: fabric, name, ...table.fabric },
    parts: {
      cableFamilies: [...new Set(entries.flatMap(({ cableFamilies }) => cableFamilies ?? []))],
      transceivers: [...new Set(entries.flatMap(({ transceivers }) => transceivers ?? []))],
    },
  };
  const isNew = !plan.fabrics.has(fabric);
  const command = isNew ? addFabric : setFabric;
  const told = `${name} ${isNew ? 'drawn' : 'changed'}`;
  return { ...outcomeOf(planner.plan.attempt(command, args)), run: () => runCommand(planner, command, args), told };
}

function outcomeOf(attempt: ReturnType<Planner['plan']['attempt']>): Pick<TriedTable, 'change' | 'refusal'> {
  return attempt.ok
    ? { change: { patches: attempt.value.patches, links: [] }, refusal: null }
    : { change: null, refusal: `${attempt.error.message}; ${attempt.error.remedy}` };
}
