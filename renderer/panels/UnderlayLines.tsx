/** What is in the file of a drawing of lines: its layers, what is not shown of it, and where it lies there. */
import { setUnderlays } from '../../shared/commands/underlays.ts';
import type { LineDrawing } from '../../shared/drawings/lineDrawing.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { numberText } from '../../shared/quantities.ts';
import { usePlanner } from '../state/plannerContext.ts';
import { refusalOf } from '../tools/editActions.ts';
import { useDrawings } from '../underlay/drawings.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Inspector.module.css';

export function UnderlayLines({ underlay }: { readonly underlay: Underlay }) {
  const read = useDrawings(({ byFile }) => byFile.get(underlay.file));
  if (read?.state !== 'lines') return null;
  const { drawing } = read.lines;
  return (
    <>
      <Layers underlay={underlay} drawing={drawing} />
      <NotShown drawing={drawing} />
      {underlay.originX === 0 && underlay.originY === 0 ? null : (
        <Figures label="Place in its file">
          <Figure name="Corner in the file, x" value={numberText(underlay.originX, 3)} />
          <Figure name="Corner in the file, y" value={numberText(underlay.originY, 3)} />
        </Figures>
      )}
    </>
  );
}

function Layers({ underlay, drawing }: { readonly underlay: Underlay; readonly drawing: LineDrawing }) {
  const planner = usePlanner();
  const used = drawing.layers.filter(({ count }) => count > 0);
  const set = (offLayers: readonly string[]) => refusalOf(planner, setUnderlays, { ids: [underlay.id], set: { offLayers } });
  return (
    <Section title="Layers of the drawing" aside={numberText(used.length)}>
      <p className={styles.note}>In brackets, how many lines and texts lie on a layer. Its file stays as it is.</p>
      <div className={styles.fields}>
        {used.map(({ name, count }) => (
          <CheckField
            key={name}
            label={`${name} (${numberText(count)})`}
            checked={!underlay.offLayers.includes(name)}
            onChange={(on) => set(on ? underlay.offLayers.filter((one) => one !== name) : [...underlay.offLayers, name])}
          />
        ))}
      </div>
    </Section>
  );
}

function NotShown({ drawing: { skipped } }: { readonly drawing: LineDrawing }) {
  const count = skipped.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  return (
    <Section title="Not shown" aside={numberText(count)} startsOpen={false}>
      <Figures label="Not shown">
        {skipped.map(({ type, why, count: times }) => (
          <Figure key={`${type} ${why}`} name={`${type}: ${why}`} value={numberText(times)} />
        ))}
      </Figures>
    </Section>
  );
}
