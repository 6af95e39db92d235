/** The legs of a family of trunks at both ends, as its maker gives them: the first leg, and by how much each further one is longer. They hold for every trunk of the family. */
import { setTrunkLegs, type SetTrunkLegs } from '../../shared/commands/trunkLegs.ts';
import { usePlan, usePlanner } from '../state/plannerContext.ts';
import { refusalOf } from '../tools/editActions.ts';
import { OptionalLengthField } from '../ui/OptionalLengthField.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Inspector.module.css';

const ENDS = [
  { end: 'endA', name: 'A' },
  { end: 'endB', name: 'B' },
] as const;

/** Of a cable that is a trunk; nothing of others. */
export function TrunkLegFields({ cable, family: id }: { readonly cable: string; readonly family: string }) {
  const planner = usePlanner();
  const isTrunk = usePlan((state) => state.plan.trunks.has(cable));
  const family = usePlan((state) => state.plan.catalog.cableFamilies.get(id));
  if (!isTrunk || family === undefined) return null;
  const set = (end: SetTrunkLegs['end'], given: SetTrunkLegs['set']) => refusalOf(planner, setTrunkLegs, { family: id, end, set: given });
  return (
    <Section title="Maker’s legs" aside="all trunks of the family">
      <div className={styles.fields}>
        {ENDS.map(({ end, name }) => (
          <OptionalLengthField
            key={end}
            label={`First leg ${name}`}
            value={family[end].legMm ?? null}
            onCommit={(legMm) => set(end, { legMm })}
          />
        ))}
        {ENDS.filter(({ end }) => family[end].legs > 1).map(({ end, name }) => (
          <OptionalLengthField
            key={end}
            label={`Stagger ${name}`}
            value={family[end].staggerMm ?? null}
            onCommit={(staggerMm) => set(end, { staggerMm })}
          />
        ))}
      </div>
    </Section>
  );
}
