/** Between a selection and what commands take: ids by kind. */
import type { Picked } from '../../shared/commands/picked.ts';
import { selectedIds, type Thing } from '../state/sessionStore.ts';

/** What of a selection can be arranged. */
export function pickedOf(selection: readonly Thing[]): Required<Picked> {
  return {
    cabinets: selectedIds(selection, 'cabinet'),
    obstacles: selectedIds(selection, 'obstacle'),
    segments: selectedIds(selection, 'segment'),
  };
}

export function thingsOf({ cabinets = [], obstacles = [], segments = [] }: Picked): Thing[] {
  return [
    ...cabinets.map((id): Thing => ({ kind: 'cabinet', id })),
    ...obstacles.map((id): Thing => ({ kind: 'obstacle', id })),
    ...segments.map((id): Thing => ({ kind: 'segment', id })),
  ];
}

export function pickedCount({ cabinets = [], obstacles = [], segments = [] }: Picked): number {
  return cabinets.length + obstacles.length + segments.length;
}
