/** The left panel: what the plan is made of, its layers, tiers and rows. Each line selects what it counts. */
import { Fragment, lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { IconEye, IconEyeOff, IconLock, IconLockOpen2 } from '@tabler/icons-react';
import type { Summary } from '../../shared/engine/protocol.ts';
import { cableViews } from '../../shared/plan/drawingAids.ts';
import type { Plan, Segment } from '../../shared/plan/types.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { layerNames, lockableLayers, type LayerName, type LockableLayer, type Thing } from '../state/sessionStore.ts';
import type { DerivedState } from '../state/derivedStore.ts';
import { useFollowed } from '../state/useFollowed.ts';
import { useSelection } from '../state/useSelection.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { numberText, sizeValueText, type Units } from '../../shared/quantities.ts';
import { countText, distanceText } from '../ui/quantities.ts';
import { cableViewTitles } from '../actions/cables.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { Section } from '../ui/Section.tsx';
import { viewNaming } from '../tools/savedViews.ts';
import { TierKey } from '../ui/TierKey.tsx';
import { FabricPorts } from './FabricPorts.tsx';
import { UnderlayList } from './UnderlayList.tsx';
import { PodList } from './PodList.tsx';
import { PathwayLevels } from './PathwayLevels.tsx';
import { SavedViews } from './SavedViews.tsx';
import styles from './LeftPanel.module.css';

const CatalogPanel = lazy(async () => ({ default: (await import('./CatalogPanel.tsx')).CatalogPanel }));

export function LeftPanel() {
  const isEmpty = usePlan(({ plan }) => plan.cabinets.size === 0 && plan.segments.size === 0);
  const halls = usePlan(({ plan }) => plan.halls.size);
  const hasFabrics = usePlan(({ plan }) => plan.fabrics.size > 0);
  const naming = useStore(viewNaming, ({ view }) => view);
  const isNamingView = usePlan(({ plan }) => naming !== null && plan.views.has(naming));
  return (
    <>
      <Section title="In this plan">
        {isEmpty ? <p className={styles.note}>{halls === 0 ? 'Nothing yet.' : 'No cabinets or pathways yet.'}</p> : <Counts />}
      </Section>
      <Section title="Catalog" startsOpen={false}>
        <Suspense fallback={null}>
          <CatalogPanel />
        </Suspense>
      </Section>
      {halls === 0 ? null : (
        <Section title="Pods" startsOpen={false}>
          <PodList />
        </Section>
      )}
      <Section title="Layers">
        <Layers />
        <CablesDrawn />
      </Section>
      <UnderlayList />
      {halls === 0 ? null : (
        <Section title="Views" mustOpen={isNamingView}>
          <SavedViews />
        </Section>
      )}
      {isEmpty ? null : (
        <>
          <Section title="Tiers" aside="links">
            <Tiers />
          </Section>
          {hasFabrics ? (
            <Section title="Ports" startsOpen={false}>
              <FabricPorts />
            </Section>
          ) : null}
          <Section title="Rows">
            <Rows />
          </Section>
        </>
      )}
    </>
  );
}

interface LineProps {
  readonly name: ReactNode;
  readonly title?: string;
  readonly count: string;
  readonly mark?: ReactNode;
  readonly things: () => readonly Thing[];
}

/** A line that selects what it stands for. */
function Line({ name, title, count, mark, things }: LineProps) {
  const { session } = usePlanner();
  return (
    <li>
      <button
        type="button"
        className={styles.line}
        title={title ?? (typeof name === 'string' ? `${name}: select all` : 'Select all of these')}
        onClick={() => session.select(things())}
      >
        {mark}
        <span className={styles.name}>{name}</span>
        <span className={styles.count}>{count}</span>
      </button>
    </li>
  );
}

function tally<T>(things: Iterable<T>, keyOf: (thing: T) => string): readonly (readonly [key: string, things: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

function Counts() {
  const plan = usePlan((state) => state.plan);
  const units = useSession((state) => state.units);
  const models = useMemo(() => tally(plan.cabinets.values(), (cabinet) => cabinet.model), [plan.cabinets]);
  const types = useMemo(() => tally(plan.devices.values(), (device) => device.type), [plan.devices]);
  const pathways = useMemo(() => tally(plan.segments.values(), pathwayKey), [plan.segments]);
  return (
    <ul className={styles.list}>
      {models.map(([model, cabinets]) => (
        <Line
          key={model}
          name={plan.catalog.cabinetModels.get(model)?.name ?? model}
          count={numberText(cabinets.length)}
          things={() => cabinets.map((cabinet) => ({ kind: 'cabinet', id: cabinet.id }))}
        />
      ))}
      {types.map(([type, devices]) => (
        <Line
          key={type}
          name={plan.catalog.deviceTypes.get(type)?.name ?? type}
          count={numberText(devices.length)}
          things={() => devices.map((device) => ({ kind: 'device', id: device.id }))}
        />
      ))}
      {pathways.map(([key, segments]) => (
        <Line
          key={key}
          name={pathwayName(segments[0], units)}
          count={pathwayLength(plan, segments, units)}
          things={() => segments.map((segment) => ({ kind: 'segment', id: segment.id }))}
        />
      ))}
    </ul>
  );
}

function pathwayKey({ kind, widthMm, depthMm }: Segment): string {
  return `${kind} ${String(widthMm).padStart(6, '0')} ${String(depthMm).padStart(6, '0')}`;
}

function pathwayName(segment: Segment | undefined, units: Units): string {
  if (segment === undefined) return '';
  const kinds: Readonly<Record<Segment['kind'], string>> = {
    ladder: 'Ladder',
    basket: 'Basket',
    raceway: 'Raceway',
    conduit: 'Conduit',
    underfloor: 'Underfloor',
  };
  return `${kinds[segment.kind]} ${sizeValueText(segment.widthMm, units)} × ${sizeValueText(segment.depthMm, units)}`;
}

function pathwayLength(plan: Plan, segments: readonly Segment[], units: Units): string {
  let total = 0;
  for (const segment of segments) {
    const [from, to] = [plan.junctions.get(segment.from), plan.junctions.get(segment.to)];
    if (segment.surveyedLengthMm !== null) total += segment.surveyedLengthMm;
    else if (from !== undefined && to !== undefined) total += Math.hypot(to.xMm - from.xMm, to.yMm - from.yMm);
  }
  return distanceText(total, units);
}

const layerTitles: Readonly<Record<LayerName, string>> = {
  drawings: 'Drawings',
  building: 'Building',
  grid: 'Tile grid',
  cabinets: 'Cabinets',
  devices: 'Devices',
  pathways: 'Pathways',
  fill: 'Fill as color',
  cables: 'Cables',
  findings: 'Findings',
  dimensions: 'Dimensions',
  notes: 'Notes',
};

/** Lines of cables by tier, segment, loom or cable; in looms and cables a line stands for several where there is no room. */
function CablesDrawn() {
  const { session } = usePlanner();
  const view = useSession((state) => state.cableView);
  const options = cableViews.map((value) => ({ value, label: cableViewTitles[value] }));
  return (
    <SelectField
      label="Cables"
      value={view}
      options={options}
      onChange={(value) => session.setState({ cableView: cableViews.find((one) => one === value) ?? 'tier' })}
    />
  );
}

function Layers() {
  const { session } = usePlanner();
  const layers = useSession((state) => state.layers);
  return (
    <ul className={styles.list}>
      {layerNames.map((layer) => {
        const shown = layers[layer];
        const EyeIcon = shown ? IconEye : IconEyeOff;
        return (
          <Fragment key={layer}>
            <li className={styles.layer}>
              <button
                type="button"
                role="switch"
                aria-checked={shown}
                className={styles.line}
                data-hidden={!shown}
                onClick={() => session.setLayer(layer, !shown)}
              >
                <span className={styles.name}>{layerTitles[layer]}</span>
                <EyeIcon size={16} stroke={1.6} aria-hidden className={styles.eye} />
              </button>
              {isLockable(layer) ? <LockSwitch layer={layer} /> : <span className={styles.lock} />}
            </li>
            {layer === 'pathways' ? <PathwayLevels /> : null}
          </Fragment>
        );
      })}
    </ul>
  );
}

function isLockable(layer: LayerName): layer is LockableLayer {
  return lockableLayers.some((one) => one === layer);
}

/** A locked layer is seen, but a click in the drawing goes through it. */
function LockSwitch({ layer }: { readonly layer: LockableLayer }) {
  const { session } = usePlanner();
  const locked = useSession((state) => state.locks[layer]);
  const LockIcon = locked ? IconLock : IconLockOpen2;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={locked}
      aria-label={`Lock ${layerTitles[layer].toLowerCase()}`}
      title={locked ? 'Locked: cannot be selected in the drawing' : 'Lock: keep from being selected in the drawing'}
      className={styles.lock}
      data-locked={locked}
      onClick={() => session.setLock(layer, !locked)}
    >
      <LockIcon size={15} stroke={1.6} aria-hidden />
    </button>
  );
}

const tiersOf = ({ summary }: DerivedState): Summary['tiers'] | null => summary?.tiers ?? null;

function Tiers() {
  const tiers = useFollowed(usePlanner().derived, tiersOf, 120);
  if (tiers === null || tiers.length === 0) return <p className={styles.note}>No links yet.</p>;
  return (
    <ul className={styles.list}>
      {tiers.map((tier) => (
        <li key={tier.tier} className={styles.plain} title={`${countText(tier.links, 'link')} in ${countText(tier.cables, 'cable')}`}>
          <TierKey tier={tier.tier} />
          <span className={styles.name}>{tier.tier}</span>
          <span className={styles.count}>
            {numberText(tier.links)}
            <span className={styles.unseen}> links</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Rows() {
  const cabinets = usePlan((state) => state.plan.cabinets);
  // A … Z before AA.
  const rows = useMemo(
    () => tally(cabinets.values(), (cabinet) => cabinet.row ?? '').toSorted(([one], [other]) => one.length - other.length),
    [cabinets],
  );
  const selection = useSelection();
  const selected = useMemo(() => new Set(selection.filter((thing) => thing.kind === 'cabinet').map((thing) => thing.id)), [selection]);
  if (rows.length === 0) return <EmptyState title="No rows" />;
  return (
    <ul className={styles.list}>
      {rows.map(([row, members]) => (
        <li key={row} data-selected={members.every((cabinet) => selected.has(cabinet.id)) || undefined} className={styles.row}>
          <RowLine
            name={row === '' ? 'Standing alone' : `Row ${row}`}
            count={members.length}
            things={members.map((cabinet) => ({ kind: 'cabinet', id: cabinet.id }))}
          />
        </li>
      ))}
    </ul>
  );
}

function RowLine({ name, count, things }: { readonly name: string; readonly count: number; readonly things: readonly Thing[] }) {
  const { session } = usePlanner();
  return (
    <button type="button" className={styles.line} title="Select the row" onClick={() => session.select(things)}>
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>{countText(count, 'cabinet')}</span>
    </button>
  );
}
