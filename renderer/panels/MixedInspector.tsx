/** Several kinds of things at once: how many of each. */
import type { Thing, ThingKind } from '../state/sessionStore.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { countText, sizeText } from '../ui/quantities.ts';
import { PanelHeading } from './PanelHeading.tsx';
import styles from './Inspector.module.css';

const kindNames: Readonly<Record<ThingKind, string>> = {
  cabinet: 'cabinet',
  device: 'device',
  segment: 'segment',
  cable: 'cable',
  finding: 'finding',
  obstacle: 'obstacle',
  door: 'door',
  junction: 'junction',
};

export function MixedInspector({ selection }: { readonly selection: readonly Thing[] }) {
  const { session } = usePlanner();
  const [only] = selection;
  const kinds = [...new Set(selection.map((thing) => thing.kind))];
  if (selection.length === 1 && only !== undefined) return <BuildingPart thing={only} />;
  return (
    <>
      <PanelHeading title={`${selection.length} selected`} subtitle="Choose one kind to edit it by number." />
      <ul className={styles.list}>
        {kinds.map((kind) => {
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

/** A column, a keep-out or a door: shown, not edited here. */
function BuildingPart({ thing }: { readonly thing: Thing }) {
  const units = useSession((state) => state.units);
  const obstacle = usePlan((state) => state.plan.obstacles.get(thing.id));
  const door = usePlan((state) => state.plan.doors.get(thing.id));
  if (obstacle !== undefined) return <PanelHeading title={obstacle.name} subtitle={`Obstacle: ${obstacle.kind}`} />;
  if (door !== undefined)
    return (
      <PanelHeading
        title={door.name}
        subtitle={`Door, ${sizeText(door.clearWidthMm, units)} wide, ${sizeText(door.clearHeightMm, units)} high${door.delivery ? ', for deliveries' : ''}`}
      />
    );
  return <PanelHeading title={thing.id} />;
}
