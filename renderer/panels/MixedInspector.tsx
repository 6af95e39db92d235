/** Several kinds of things at once: how many of each. */
import type { Thing, ThingKind } from '../state/sessionStore.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { countText } from '../ui/quantities.ts';
import { PanelHeading } from './PanelHeading.tsx';
import { SelectedCables } from './SelectedCables.tsx';
import styles from './Inspector.module.css';

export const kindNames: Readonly<Record<ThingKind, string>> = {
  cabinet: 'cabinet',
  device: 'device',
  segment: 'pathway',
  cable: 'cable',
  loom: 'loom',
  finding: 'finding',
  obstacle: 'obstacle',
  door: 'door',
  junction: 'junction',
  hall: 'hall',
  dimension: 'dimension',
  note: 'note',
  underlay: 'drawing',
};

export function MixedInspector({ selection }: { readonly selection: readonly Thing[] }) {
  const { session } = usePlanner();
  const kinds = [...new Set(selection.map((thing) => thing.kind))];
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return (
    <>
      <PanelHeading
        title={only === undefined ? `${selection.length} selected` : countText(selection.length, kindNames[only])}
        {...(only === undefined ? { subtitle: 'Choose one kind to edit it by number.' } : {})}
      />
      <SelectedCables />
      <ul className={styles.list}>
        {(only === undefined ? kinds : []).map((kind) => {
          const things = selection.filter((thing) => thing.kind === kind);
          return (
            <li key={kind}>
              <button type="button" className={styles.item} onClick={() => session.select(things)}>
                <span className={styles.itemName}>{countText(things.length, kindNames[kind])}</span>
                <span className={styles.itemAside}>select only these</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
