/** Kinds of pathways by name, as choices. */
import type { PathwayKind } from '../../shared/plan/types.ts';

export const pathwayKinds: readonly { readonly value: PathwayKind; readonly label: string }[] = [
  { value: 'ladder', label: 'Ladder' },
  { value: 'basket', label: 'Basket tray' },
  { value: 'raceway', label: 'Fiber raceway' },
  { value: 'conduit', label: 'Conduit' },
  { value: 'underfloor', label: 'Underfloor tray' },
];

export function pathwayKindName(kind: PathwayKind): string {
  return pathwayKinds.find(({ value }) => value === kind)?.label ?? kind;
}
