/** What a marquee caught, by kind: each kind is taken into the selection or left out of it. */
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { thingKey, type Thing, type ThingKind } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';
import styles from './CaughtBar.module.css';

const names: Partial<Readonly<Record<ThingKind, string>>> = { cabinet: 'cabinet', segment: 'tray', obstacle: 'obstacle', door: 'door' };

export function CaughtBar() {
  const { session } = usePlanner();
  const caught = useSession((state) => state.caught);
  const selection = useSession((state) => state.selection);
  if (caught === null || selection.length === 0) return null;
  const kinds = [...new Set(caught.map(({ kind }) => kind))];
  if (kinds.length < 2) return null;
  const taken = new Set(selection.map(({ kind }) => kind));
  const toggle = (kind: ThingKind): void => {
    const kept = new Set(selection.map(thingKey));
    const isTaken = taken.has(kind);
    const things: Thing[] = caught.filter((thing) => (thing.kind === kind ? !isTaken : kept.has(thingKey(thing))));
    // The last kind stays: an empty selection would end the choice.
    if (things.length > 0) session.setState({ selection: things });
  };
  return (
    <div className={styles.bar} role="group" aria-label="Kinds in the marquee">
      {kinds.map((kind) => (
        <button key={kind} type="button" className={styles.kind} aria-pressed={taken.has(kind)} onClick={() => toggle(kind)}>
          {countText(caught.filter((thing) => thing.kind === kind).length, names[kind] ?? kind)}
        </button>
      ))}
    </div>
  );
}
