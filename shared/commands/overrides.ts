/** What people set by hand on single links, whether a rule or a hand made them. */
import { changeOf } from './changeOf.ts';
import { counted } from './wording.ts';
import { findAll } from './find.ts';
import type { Command } from './command.ts';
import type { Entries } from './edit.ts';
import { fail, type UserError } from '../result.ts';
import { handLinkNames } from '../cabling/handLinkNames.ts';
import type { LinkChannel, Override, Plan } from '../plan/types.ts';

export interface SetOverrides {
  /** Ids of links. */
  readonly links: readonly string[];
  /** Null takes the hand's word back: as computed. */
  readonly set: Partial<Omit<Override, 'id'>>;
  readonly embed?: Pick<Entries, 'cableFamilies'>;
}

/**
 * Sets label, length or family of links, or of the cables of a link that runs through panels. An override of which nothing is left
 * is gone.
 */
export const setOverrides: Command<SetOverrides> = (plan, { links, set, embed }) => {
  const through = links.map((id) => plan.channels.get(id)).find((channel) => channel !== undefined);
  if (through !== undefined && Object.values(set).some((value) => value !== null)) return fail(throughPanels(plan, through));
  const next = [...new Set(links)].map((id) => ({ ...overrideOf(plan, id), ...set }));
  const overrides = next.filter((override) => !isEmpty(override));
  const gone = next.filter((override) => isEmpty(override) && plan.overrides.has(override.id)).map(({ id }) => id);
  return changeOf(plan, `Set ${whatOf(set)} of ${counted(next.length, 'link')}`, {
    ...(embed === undefined ? {} : { embed }),
    put: { overrides },
    ...(gone.length === 0 ? {} : { remove: { overrides: gone } }),
  });
};

/** Takes back all that was set on links. */
export const clearOverrides: Command<{ readonly links: readonly string[] }> = (plan, { links }) => {
  const found = findAll(plan, 'overrides', links);
  if (!found.ok) return found;
  const ids = found.value.map(({ id }) => id);
  return changeOf(plan, `Compute ${counted(ids.length, 'link')} again`, { remove: { overrides: ids } });
};

/** A link that runs through panels is no cable; those that it runs through are named. */
function throughPanels(plan: Plan, { id, families }: LinkChannel): UserError {
  const name = handLinkNames(plan).get(id) ?? id;
  const own = families.flatMap((family, place) => (family === null ? [] : [`${name}#${place + 1}`]));
  return {
    code: 'override.through-panels',
    path: `channels.${id}`,
    message: `${name} runs through ${counted(families.length, 'cable')}, so a length, family or label set on it would hold for none`,
    remedy: `set it on one of its cables: ${[...own, ...(own.length < families.length ? ['or its trunk'] : [])].join(', ')}`,
  };
}

function overrideOf(plan: Plan, id: string): Override {
  return plan.overrides.get(id) ?? { id, label: null, requiredMm: null, family: null };
}

function isEmpty({ label, requiredMm, family }: Override): boolean {
  return label === null && requiredMm === null && family === null;
}

function whatOf({ label, requiredMm, family }: SetOverrides['set']): string {
  if (label !== undefined) return 'the label';
  if (requiredMm !== undefined) return 'the length';
  return family !== undefined ? 'the cable family' : 'values';
}
