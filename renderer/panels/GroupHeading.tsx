/** The group that is selected whole, by name; above what is in it. */
import { groupsOf } from '../tools/grouping.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import type { Thing } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useEdits } from './edits.ts';
import styles from './Inspector.module.css';

export function GroupHeading({ selection }: { readonly selection: readonly Thing[] }) {
  const { session } = usePlanner();
  const plan = usePlan((state) => state.plan);
  const edits = useEdits();
  const [group, ...others] = groupsOf(plan, selection);
  if (group === undefined || others.length > 0) return null;
  const isWhole = group.members.length === selection.length;
  return (
    <Section title="Group" aside={countText(group.members.length, 'thing')}>
      <div className={styles.fields}>
        <TextField label="Group name" value={group.name} onCommit={(name) => edits.setGroupName(group.id, name)} />
      </div>
      {isWhole ? (
        <p className={styles.note}>A second click, or Ctrl+click, takes one of them alone; Esc leads back.</p>
      ) : (
        <ul className={styles.list}>
          <li>
            <button type="button" className={styles.item} onClick={() => session.select(group.members)}>
              <span className={styles.itemName}>Select the whole group</span>
            </button>
          </li>
        </ul>
      )}
    </Section>
  );
}
