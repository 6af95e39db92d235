/** The bytes of a drawing go with the last underlay that shows it, in the same step, and come back with it. */
import type { Edit } from './edit.ts';
import type { Plan } from '../plan/types.ts';

/** The edit with the files that it leaves without an underlay; the very same one when it takes no underlay away. */
export function sweepDrawings(plan: Plan, edit: Edit): Edit {
  const gone = new Set(edit.remove?.underlays);
  if (gone.size === 0) return edit;
  const kept = new Set<string>();
  for (const { id, file } of plan.underlays.values()) if (!gone.has(id)) kept.add(file);
  for (const { file } of edit.put?.underlays ?? []) kept.add(file);
  const files = new Set(
    [...gone].flatMap((id) => {
      const file = plan.underlays.get(id)?.file;
      return file === undefined || kept.has(file) || !plan.drawingFiles.has(file) ? [] : [file];
    }),
  );
  if (files.size === 0) return edit;
  return { ...edit, remove: { ...edit.remove, drawingFiles: [...new Set([...(edit.remove?.drawingFiles ?? []), ...files])] } };
}
