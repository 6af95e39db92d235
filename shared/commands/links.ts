/** What is set on links that were drawn by hand. */
import { changeOf, refuse } from './changeOf.ts';
import { counted } from './wording.ts';
import { findAll } from './find.ts';
import type { Command } from './command.ts';
import type { Entries } from './edit.ts';
import type { TierParts } from '../plan/types.ts';

export interface SetLinkParts {
  readonly ids: readonly string[];
  readonly parts: TierParts;
  /** The cable family and transceivers, to be embedded. */
  readonly embed: Pick<Entries, 'cableFamilies' | 'transceivers'>;
}

/** Gives links that were drawn by hand another cable family and other optics. */
export const setLinkParts: Command<SetLinkParts> = (plan, { ids, parts, embed }) => {
  const drawn = ids.find((id) => !plan.links.has(id) && id.includes('/'));
  if (drawn !== undefined)
    return refuse('the parts of this cable follow from its fabric', 'set the parts of its tier, or a family on this link');
  const found = findAll(plan, 'links', ids);
  if (!found.ok) return found;
  return changeOf(plan, `Change the parts of ${counted(found.value.length, 'link')}`, {
    embed,
    put: { links: found.value.map((link) => ({ ...link, parts })) },
  });
};
