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

/** A file beside the plan as it is worked on; or as one side of the comparison that stands, whose other side stays. */
export async function compareWithFile(planner: Planner, as: 'from' | 'against' | 'beside own' = 'beside own'): Promise<void> {
  const opened = await planner.host.open();
  if (!opened.ok) dialogs.setState({ error: { title: 'The file was not opened', error: opened.error } });
  else if (opened.value !== null) {
    const file: Side = { kind: 'file', name: opened.value.name, bytes: opened.value.bytes };
    const { from, against } = planner.comparing.store.getState();
    switch (as) {
      case 'from':
        planner.comparing.start(against ?? { kind: 'own' }, file);
        break;
      case 'against':
        planner.comparing.start(file, from);
        break;
      case 'beside own':
        planner.comparing.start(file);
        break;
    }
    openComparison(planner);
  }
}
