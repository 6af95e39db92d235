/** Pods: saved from what is selected, placed as often as wanted, each time under names of its own. */
import { boxAroundBoxes, type Box } from '../geometry/shapes.ts';
import { must } from '../assert.ts';
import { hasCounter } from '../plan/names.ts';
import { sortedById } from '../plan/sortedById.ts';
import type { Plan } from '../plan/types.ts';
import { ok, type Result, type UserError } from '../result.ts';
import { ArrayNames } from './arrayNames.ts';
import { boxOfCabinet } from './cabinetBox.ts';
import { changeOf, refuse } from './changeOf.ts';
import { clipOf, clipText, parseClip } from './clip.ts';
import type { Command } from './command.ts';
import { findAll } from './find.ts';
import { runCommand } from './history.ts';
import { pasteThings, type PasteThings } from './paste.ts';
import type { Picked } from './picked.ts';
import { turnGroup } from './turn.ts';
import { namedOrCounted } from './wording.ts';

export interface SavePod {
  readonly id: string;
  readonly name: string;
  readonly picked: Picked;
}

/** Keeps what is picked as a pod: devices, cables between them, trays and groups come along as they do when copied. */
export const savePod: Command<SavePod> = (plan, { id, name, picked }) => {
  if (picked.cabinets === undefined || picked.cabinets.length === 0) return refuse('a pod needs a cabinet', 'select cabinets first');
  const clip = clipOf(plan, picked);
  if (clip === null) return refuse('what is selected stands in several halls', 'select things of one hall');
  const twin = [...plan.pods.values()].find((pod) => pod.id !== id && pod.name === name.trim());
  if (twin !== undefined) return refuse(`there is a pod ${twin.name} already`, 'choose another name');
  return changeOf(plan, `Save pod ${name.trim()}`, { put: { pods: [{ id, name, things: clipText(clip) }] } });
};

export const renamePod: Command<{ readonly id: string; readonly name: string }> = (plan, { id, name }) => {
  const found = findAll(plan, 'pods', [id]);
  if (!found.ok) return found;
  if ([...plan.pods.values()].some((pod) => pod.id !== id && pod.name === name.trim()))
    return refuse(`there is a pod ${name.trim()} already`, 'choose another name');
  return changeOf(plan, `Rename pod ${namedOrCounted(found.value, 'pod')} to ${name.trim()}`, {
    put: { pods: found.value.map((pod) => ({ ...pod, name })) },
  });
};

/** Forgets pods; what was placed of them stays. */
export const removePods: Command<{ readonly ids: readonly string[] }> = (plan, { ids }) => {
  const found = findAll(plan, 'pods', ids);
  if (!found.ok) return found;
  return changeOf(plan, `Delete pod ${namedOrCounted(found.value, 'pod')}`, { remove: { pods: found.value.map(({ id }) => id) } });
};

/** What a pod holds, turned by so many quarters clockwise. */
export function thingsOfPod(plan: Plan, id: string, quarters: number): Result<Plan, UserError> {
  const found = findAll(plan, 'pods', [id]);
  if (!found.ok) return found;
  const read = parseClip(must(found.value[0], 'pod').things);
  if (!read.ok) return read;
  let clip = read.value;
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const { cabinets, obstacles, segments } = clip;
    const things = { cabinets: [...cabinets.keys()], obstacles: [...obstacles.keys()], segments: [...segments.keys()] };
    const turned = runCommand(clip, turnGroup, { things, direction: 'clockwise' });
    if (!turned.ok) return turned;
    clip = turned.value.plan;
  }
  return ok(clip);
}

/** The box around the cabinets of a pod. */
export function boxOfPod(clip: Plan): Box {
  return boxAroundBoxes([...clip.cabinets.values()].map((cabinet) => boxOfCabinet(clip, cabinet)));
}

export interface PlacePod extends PasteThings {
  readonly name: string;
  /** `{row}{nn}`: each row of the pod gets the next free letter. Null: names go on from those of the pod. */
  readonly namePattern: string | null;
}

/** Places a pod: rows and cabinets are named by the pattern, devices and trays by the next names that are free. */
export const placePod: Command<PlacePod> = (plan, { name, namePattern, clip, ...place }) => {
  if (namePattern !== null && clip.cabinets.size > 1 && !hasCounter(namePattern))
    return refuse(`the names "${namePattern}" would all be the same`, 'put a counter into the pattern, as {row}{nn}');
  const pasted = pasteThings(plan, { ...place, clip: namePattern === null ? clip : named(plan, clip, place.hall, namePattern) });
  return pasted.ok ? ok({ ...pasted.value, label: `Place pod ${name}` }) : pasted;
};

function named(plan: Plan, clip: Plan, hall: string, namePattern: string): Plan {
  const names = new ArrayNames(plan, hall, namePattern);
  const rowOf = (row: string | null): string | null => names.row(row, 1);
  const inOrder = sortedById(clip.cabinets).sort((a, b) => a.yMm - b.yMm || a.xMm - b.xMm);
  const renamed = inOrder.map((cabinet) => {
    const row = rowOf(cabinet.row);
    return [cabinet.id, { ...cabinet, row, name: names.cabinet(row) }] as const;
  });
  return { ...clip, cabinets: new Map(renamed) };
}
