/** The entries of the catalog that a plan embeds. */
import { changeOf } from './changeOf.ts';
import { counted } from './wording.ts';
import type { Entries } from './edit.ts';
import type { Command } from './command.ts';

/** Embeds entries, so that the plan can use them; those that it has already stay as they are. */
export const embedEntries: Command<{ readonly entries: Entries }> = (plan, { entries }) => {
  const lists: readonly (readonly { readonly name: string }[])[] = Object.values(entries);
  const all = lists.flat();
  const [only] = all;
  const what = all.length === 1 && only !== undefined ? only.name : counted(all.length, 'part');
  return changeOf(plan, `Add ${what} from the catalog`, { embed: entries });
};
