/** Links that are re-cabled at patch panels: rewired links per patch-panel rack and step, the second measure of expansion of NSDI'19. */
import { must } from '../assert.ts';
import { compareNames } from '../plan/compareNames.ts';
import type { Plan } from '../plan/types.ts';
import type { LinkChange } from './linkChanges.ts';

export interface PanelChanges {
  /** Device. */
  readonly panel: string;
  readonly name: string;
  readonly cabinet: string;
  readonly cabinetName: string;
  /** Links that stand, one of whose cables at this panel goes to another port, is replaced, laid or taken out. */
  readonly recabled: number;
  /** New links that are plugged into it. */
  readonly added: number;
}

/** Panels at which somebody works, by cabinet and name. */
export function panelChanges(plans: readonly Plan[], changes: readonly LinkChange[]): PanelChanges[] {
  const counts = new Map<string, { recabled: number; added: number }>();
  for (const { kind, cables } of changes) {
    for (const panel of new Set(cables.flatMap(({ panels }) => panels))) {
      const count = counts.get(panel) ?? { recabled: 0, added: 0 };
      count[kind === 'added' ? 'added' : 'recabled'] += 1;
      counts.set(panel, count);
    }
  }
  return [...counts]
    .map(([panel, count]) => {
      const plan = must(
        plans.find(({ devices }) => devices.has(panel)),
        'plan with the panel',
      );
      const { name, cabinet } = must(plan.devices.get(panel), panel);
      return { panel, name, cabinet, cabinetName: must(plan.cabinets.get(cabinet), cabinet).name, ...count };
    })
    .sort((one, other) => compareNames(one.cabinetName, other.cabinetName) || compareNames(one.name, other.name));
}

/** The most links re-cabled in one cabinet of panels. */
export function mostRecabledInRack(panels: readonly PanelChanges[]): number {
  const racks = new Map<string, number>();
  for (const { cabinet, recabled } of panels) racks.set(cabinet, (racks.get(cabinet) ?? 0) + recabled);
  return Math.max(0, ...racks.values());
}
