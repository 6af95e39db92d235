/** What the trace tool makes of the lines that are picked, and its layers to pick from. */
import { useMemo } from 'react';
import { Button } from '@mantine/core';
import { meaningOfLayer, type TraceAs } from '../../shared/drawings/trace/layerMeaning.ts';
import { pathsOnLayer } from '../../shared/drawings/trace/pickedPaths.ts';
import { numberText } from '../../shared/quantities.ts';
import { sortedById } from '../../shared/plan/sortedById.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { takeSpanOf } from '../underlay/addDrawing.ts';
import { useDrawings } from '../underlay/drawings.ts';
import { pickableLines, reasonNotToTrace } from '../underlay/pickLines.ts';
import { LengthField } from '../ui/LengthField.tsx';
import { countText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import styles from './Inspector.module.css';

const kinds: readonly { readonly value: TraceAs; readonly label: string }[] = [
  { value: 'hall', label: 'Hall outline' },
  { value: 'wall', label: 'Inner walls' },
  { value: 'column', label: 'Columns' },
  { value: 'equipment', label: 'Equipment' },
  { value: 'keep-out', label: 'Keep-outs' },
  { value: 'door', label: 'Doors' },
];

export function TraceToolInspector() {
  const planner = usePlanner();
  const { session } = planner;
  const trace = useSession((state) => state.trace);
  const preview = useSession((state) => state.preview);
  const hall = useSession((state) => state.hall);
  const underlays = usePlan(({ plan }) => plan.underlays);
  const doorHeightMm = useSession(({ door }) => door.clearHeightMm);
  // What can be picked from is known when its file has been read.
  useDrawings(({ byFile }) => byFile);
  const shown = useMemo(() => sortedById(underlays).filter((underlay) => underlay.hall === hall), [underlays, hall]);
  const outcome = preview?.problem ?? (trace.paths.length === 0 ? null : preview?.text) ?? null;
  return (
    <>
      <Section title="Picked lines">
        <div className={styles.fields}>
          <SelectField
            label="Make"
            value={trace.as}
            options={kinds}
            onChange={(value) => session.setTrace({ as: kinds.find((kind) => kind.value === value)?.value ?? trace.as })}
          />
          {trace.as === 'hall' ? (
            <LengthField label="Close gaps to" value={trace.gapMm} onCommit={(gapMm) => set({ gapMm: Math.max(0, gapMm) })} />
          ) : null}
          {trace.as === 'wall' ? (
            <>
              <LengthField
                label="Walls are at most"
                value={trace.thickestMm}
                onCommit={(thickestMm) => set({ thickestMm: Math.max(30, thickestMm) })}
              />
              <LengthField label="Single lines are" value={trace.wallMm} onCommit={(wallMm) => set({ wallMm: Math.max(10, wallMm) })} />
            </>
          ) : null}
          {trace.as === 'door' ? (
            <LengthField
              label="Clear height"
              value={doorHeightMm}
              onCommit={(clearHeightMm) => {
                if (clearHeightMm <= 0) return 'a door has a height; write a length above zero';
                session.setState(({ door }) => ({ door: { ...door, clearHeightMm } }));
                return set({});
              }}
            />
          ) : null}
        </div>
        <p className={styles.note} role="status">
          {trace.paths.length === 0
            ? 'No lines are picked.'
            : `${countText(trace.paths.length, 'line')} picked${outcome === null ? '' : `: ${outcome}`}`}
        </p>
        <p className={`${styles.note} ${styles.buttons}`}>
          <Button size="compact-xs" disabled={trace.paths.length === 0 || preview?.problem !== null} onClick={() => press('Enter')}>
            Trace
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={trace.paths.length === 0}
            onClick={() => session.setTrace({ underlay: null, paths: [] })}
          >
            Pick none
          </Button>
        </p>
      </Section>
      {shown.map((underlay) => (
        <Layers key={underlay.id} underlay={underlay} />
      ))}
      <p className={styles.note}>
        Click lines, Shift adds; drag from left to right takes what is enclosed, from right to left what is touched. A double click or S
        takes all that is drawn alike, L the layer. Tab goes from line to line, Space picks, Enter traces; with nothing picked it leads
        here.
      </p>
    </>
  );

  function set(change: Parameters<typeof session.setTrace>[0]): null {
    session.setTrace(change);
    return null;
  }

  function press(key: string): void {
    planner.tools.key({ key, shift: false, alt: false, ctrl: false });
  }
}

/** A layer is picked whole by a click, and made into what its name says. */
function Layers({ underlay }: { readonly underlay: Underlay }) {
  const planner = usePlanner();
  const { session } = planner;
  const trace = useSession((state) => state.trace);
  const lines = pickableLines(underlay);
  const picked = useMemo(() => new Set(trace.underlay === underlay.id ? trace.paths : []), [trace, underlay.id]);
  if (lines === null) {
    return (
      <Section title={underlay.name}>
        <p className={`${styles.note} ${styles.buttons}`}>
          {reasonNotToTrace(underlay)}.{' '}
          {underlay.kind === 'dxf' && underlay.calibration === null ? (
            <Button size="compact-xs" variant="default" onClick={() => takeSpanOf(planner, underlay, 'calibrate')}>
              Confirm by two places
            </Button>
          ) : null}
        </p>
      </Section>
    );
  }
  const used = lines.drawing.layers.filter(({ name, count }) => count > 0 && !underlay.offLayers.includes(name));
  return (
    <Section title={`Layers of ${underlay.name}`} aside={numberText(used.length)}>
      <ul className={styles.list}>
        {used.map(({ name }) => {
          const paths = pathsOnLayer(lines.drawing, name);
          if (paths.length === 0) return null;
          const isPicked = paths.every((path) => picked.has(path));
          return (
            <li key={name}>
              <Button
                size="compact-xs"
                variant={isPicked ? 'light' : 'subtle'}
                aria-pressed={isPicked}
                justify="flex-start"
                fullWidth
                onClick={(event) => pickLayer(paths, name, isPicked, event.shiftKey)}
              >
                {name} ({numberText(paths.length)})
              </Button>
            </li>
          );
        })}
      </ul>
    </Section>
  );

  function pickLayer(paths: readonly number[], name: string, isPicked: boolean, adds: boolean): void {
    const kept = adds && trace.underlay === underlay.id ? trace.paths.filter((path) => !paths.includes(path)) : [];
    const as = meaningOfLayer(name) ?? trace.as;
    session.setTrace(isPicked ? { paths: kept } : { underlay: underlay.id, paths: [...kept, ...paths], as: adds ? trace.as : as });
  }
}
