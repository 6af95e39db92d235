/** The elevation with its bar: which cabinets, from which side, how large; under it, what is pointed at. */
import { SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import { compareNames } from '../../shared/plan/compareNames.ts';
import { useElevation, usePlan, usePlanner } from '../state/plannerContext.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { Faces } from './elevationLayout.ts';
import { cabinetsInView } from './elevationView.ts';
import { ElevationDrawing } from './ElevationDrawing.tsx';
import { PointedLine } from './PointedLine.tsx';
import { fitElevation, zoomElevation } from './elevationActions.ts';
import { putAway, showAnother } from './shownCabinets.ts';
import styles from './ElevationArea.module.css';

const faces: readonly { readonly value: Faces; readonly label: string }[] = [
  { value: 'both', label: 'Front and rear' },
  { value: 'front', label: 'Front' },
  { value: 'rear', label: 'Rear' },
];

export function ElevationArea() {
  const isEmpty = useElevation(({ cabinets }) => cabinets.length === 0);
  return (
    <div className={styles.area}>
      <ElevationBar />
      {isEmpty ? (
        <EmptyState title="No cabinet to show">
          Choose one above, or select cabinets on the plan and press E. A plan without cabinets gets them in the plan view.
        </EmptyState>
      ) : (
        <ElevationDrawing />
      )}
      <PointedLine />
    </div>
  );
}

function ElevationBar() {
  const planner = usePlanner();
  const { store } = planner.elevation;
  const shown = useElevation((state) => state.faces);
  return (
    <div className={styles.bar}>
      <ShownCabinets />
      <HowMany />
      <SegmentedControl
        className={styles.sides}
        aria-label="Sides shown"
        data={[...faces]}
        value={shown}
        onChange={(value) => store.setState({ faces: value === 'front' || value === 'rear' ? value : 'both' })}
      />
      <div className={styles.zoom} role="group" aria-label="Zoom">
        <Tooltip label="Zoom out (−)">
          <button type="button" className={styles.button} aria-label="Zoom out" onClick={() => zoomElevation(planner, 'out')}>
            <IconMinus size={14} aria-hidden />
          </button>
        </Tooltip>
        <Tooltip label="Zoom in (+)">
          <button type="button" className={styles.button} aria-label="Zoom in" onClick={() => zoomElevation(planner, 'in')}>
            <IconPlus size={14} aria-hidden />
          </button>
        </Tooltip>
        <Tooltip label="All cabinets (Shift+1)">
          <button type="button" className={styles.text} onClick={() => fitElevation(planner)}>
            Fit
          </button>
        </Tooltip>
      </div>
    </div>
  );
}

/** How many cabinets stand here, and how many of them are seen. */
function HowMany() {
  const { elevation } = usePlanner();
  const count = useElevation(({ cabinets }) => cabinets.length);
  const left = useElevation((state) => state.scrollLeftPx);
  const { widthPx } = useElevation((state) => state.viewport);
  useElevation((state) => state.faces);
  useElevation((state) => state.pxPerMm);
  if (count < 2) return null;
  const seen = cabinetsInView(elevation.layout(), { left, width: widthPx });
  return <span className={styles.count}>{seen === count ? `${count} cabinets` : `${seen} of ${count} cabinets in view`}</span>;
}

/** The cabinets side by side; each can go, another can come. */
function ShownCabinets() {
  const planner = usePlanner();
  const all = usePlan(({ plan }) => plan.cabinets);
  const halls = usePlan(({ plan }) => plan.halls);
  const shown = useElevation(({ cabinets }) => cabinets);
  const others = [...all.values()]
    .filter(({ id }) => !shown.includes(id))
    .sort((one, other) => compareNames(one.name, other.name))
    .map(({ id, name, hall }) => ({ value: id, label: halls.size > 1 ? `${name} (${halls.get(hall)?.name ?? hall})` : name }));
  return (
    <div className={styles.cabinets}>
      <ul className={styles.chips} aria-label="Cabinets shown">
        {shown.map((id) => (
          <li key={id} className={styles.chip}>
            <span>{all.get(id)?.name ?? id}</span>
            {shown.length > 1 ? (
              <button
                type="button"
                className={styles.chipButton}
                aria-label={`Put away ${all.get(id)?.name ?? id}`}
                onClick={() => putAway(planner, id)}
              >
                <IconX size={12} aria-hidden />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <Select
        key={shown.length}
        aria-label="Show another cabinet"
        placeholder="Show another…"
        searchable
        limit={100}
        w={140}
        className={styles.another}
        data={others}
        value={null}
        nothingFoundMessage="No such cabinet"
        onChange={(id) => {
          if (id !== null) showAnother(planner, id);
        }}
      />
    </div>
  );
}
