/** Ways to a comparison: with a variant, with a file. */
import { dialogs } from '../dialogs/dialogStore.ts';
import type { Side } from './comparing.ts';
import type { Planner } from '../state/plannerContext.ts';

/** Opens the table in which two designs stand side by side. */
export function openComparison({ session }: Planner): void {
  session.setState(({ mode, tableRequests }) => ({
    mode: mode === 'sheets' ? 'plan' : mode,
    drawerTab: 'compare',
    tableRequests: tableRequests + 1,
  }));
}

/** With the variant after the one that is worked on, where there is one; else the table says how to get one. */
export function compareWithVariant(planner: Planner, id?: string): void {
  const { comparing, plan } = planner;
  const first = id ?? plan.getState().plan.variants.keys().next().value;
  if (first !== undefined) comparing.start({ kind: 'variant', id: first });
  openComparison(planner);
}

/** Where a file stands: after the plan as it is worked on, before it, or after the first side of the comparison that stands. */
export type FilePlace = 'after own' | 'before own' | 'against';

/** Asks for a file and compares with it. */
export async function compareWithFile(planner: Planner, as: FilePlace = 'after own'): Promise<void> {
  const opened = await planner.host.open();
  if (!opened.ok) dialogs.setState({ error: { title: 'The file was not opened', error: opened.error } });
  else if (opened.value !== null) {
    const file: Side = { kind: 'file', name: opened.value.name, bytes: opened.value.bytes };
    switch (as) {
      case 'against':
        planner.comparing.start(file, planner.comparing.store.getState().from);
        break;
      case 'after own':
        planner.comparing.start(file);
        break;
      case 'before own':
        planner.comparing.start({ kind: 'own' }, file);
        break;
    }
    openComparison(planner);
  }
}
