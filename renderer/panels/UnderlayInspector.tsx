/** A drawing under the plan by number: scale and how sure it is, place, look, layers, and what of its file is not shown. */
import { Button } from '@mantine/core';
import { colorUnderlays, setUnderlays, turnPage, type SetUnderlays } from '../../shared/commands/underlays.ts';
import type { SpanWish } from '../state/toolSettings.ts';
import { scaleErrorPct } from '../../shared/drawings/underlayPlace.ts';
import type { Underlay } from '../../shared/plan/underlays.ts';
import { numberText, sizeText } from '../../shared/quantities.ts';
import { dialogs } from '../dialogs/dialogStore.ts';
import { usePlan, usePlanner, useSession, type Planner } from '../state/plannerContext.ts';
import { refusalOf, runCommand } from '../tools/editActions.ts';
import { thingsOf } from '../state/sessionStore.ts';
import { tellLocked } from '../tools/selectActions.ts';
import { chooseDrawing, spanHint, takeSpan } from '../underlay/addDrawing.ts';
import { drawingUnit, errorText, parsePercent } from '../underlay/drawingTexts.ts';
import { useDrawings } from '../underlay/drawings.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { Figure, Figures } from '../ui/Figures.tsx';
import { LengthField } from '../ui/LengthField.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { parseAngle } from '../ui/parseLength.ts';
import { countText, distanceText } from '../ui/quantities.ts';
import { Section } from '../ui/Section.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { UnderlayLines } from './UnderlayLines.tsx';
import { UnderlayOrder } from './UnderlayOrder.tsx';
import { PanelHeading } from './PanelHeading.tsx';
import { useShownPlan } from './useShownPlan.ts';
import styles from './Inspector.module.css';

const KIND_NAMES: Readonly<Record<Underlay['kind'], string>> = { png: 'Image', jpeg: 'Image', webp: 'Image', pdf: 'PDF page', dxf: 'DXF' };

export function UnderlayInspector({ ids }: { readonly ids: readonly string[] }) {
  const planner = usePlanner();
  const underlays = useShownPlan().underlays;
  const [only, ...others] = ids.flatMap((id) => underlays.get(id) ?? []);
  if (only === undefined) return null;
  // Its look stays free where its layer is locked, its name and place do not.
  const look = (change: SetUnderlays['set']) => refusalOf(planner, setUnderlays, { ids, set: change });
  const set = (change: SetUnderlays['set']) => tellLocked(planner, thingsOf('underlay', ids)) ?? look(change);
  if (others.length > 0)
    return <PanelHeading title={countText(others.length + 1, 'drawing')} subtitle="Select one to edit it by number." />;
  return (
    <>
      <PanelHeading title={only.name} subtitle={only.kind === 'pdf' ? `${KIND_NAMES.pdf} ${only.page}` : KIND_NAMES[only.kind]} />
      <FileState underlay={only} />
      <SpanUnderWay id={only.id} />
      <Pages underlay={only} />
      <Scale underlay={only} />
      <div className={styles.fields}>
        <TextField label="Name" value={only.name} onCommit={(name) => set({ name })} />
        <LengthField label="Upper left x" value={only.xMm} onCommit={(xMm) => set({ xMm })} />
        <LengthField label="Upper left y" value={only.yMm} onCommit={(yMm) => set({ yMm })} />
        <NumberField
          label="Turned"
          value={only.rotationDeg}
          unit="°"
          step={1}
          format={(degrees) => String(degrees)}
          parse={parseAngle}
          onCommit={({ kind, value }) =>
            set({ rotationDeg: (((kind === 'absolute' ? value : only.rotationDeg + value) % 360) + 360) % 360 })
          }
        />
        <NumberField
          label="Opacity"
          value={only.opacityPct}
          unit="%"
          step={5}
          format={(pct) => String(pct)}
          parse={parsePercent}
          onCommit={({ kind, value }) => look({ opacityPct: clampPct(kind === 'absolute' ? value : only.opacityPct + value) })}
        />
        <Ink underlay={only} />
        <CheckField label="Shown" checked={only.visible} onChange={(visible) => look({ visible })} />
        <CheckField label="Locked in place" checked={only.locked} onChange={(locked) => set({ locked })} />
      </div>
      {only.locked ? null : (
        <p className={styles.note}>
          <Button size="compact-xs" variant="default" onClick={() => takeSpan(planner, 'place')}>
            Place by two clicks
          </Button>
        </p>
      )}
      <UnderlayOrder underlay={only} />
      <UnderlayLines underlay={only} />
    </>
  );
}

const SPAN_TITLES: Readonly<Record<SpanWish['purpose'], string>> = {
  calibrate: 'Calibrating',
  check: 'Checking the scale',
  place: 'Placing',
};

/** Says what the drawing waits for while two places of it are picked, and lets that be. */
function SpanUnderWay({ id }: { readonly id: string }) {
  const { session } = usePlanner();
  const span = useSession((state) => (state.tool === 'span' && state.span?.underlay === id ? state.span : null));
  if (span === null) return null;
  const notNow = (): void => {
    session.setTool('select');
    session.setState({ notice: null });
  };
  return (
    <div className={styles.hint}>
      <strong>{SPAN_TITLES[span.purpose]}.</strong> {spanHint(span.purpose)}. Ends of lines pull; Ctrl lets go of them.{' '}
      <Button size="compact-xs" variant="default" onClick={notNow}>
        Not now
      </Button>
    </div>
  );
}

/** More pages than these are leafed through elsewhere. */
const MOST_PAGES = 500;

/** Which page of a PDF lies under the plan; nothing where there is one alone. */
function Pages({ underlay }: { readonly underlay: Underlay }) {
  const planner = usePlanner();
  const read = useDrawings(({ byFile }) => byFile.get(underlay.file));
  if (read?.state !== 'pdf' || read.pages.count < 2) return null;
  const { pages } = read;
  const count = Math.min(pages.count, MOST_PAGES);
  const show = async (page: number): Promise<void> => {
    const size = await pages.sizeOf(page);
    if (size !== null && tellLocked(planner, thingsOf('underlay', [underlay.id])) === null)
      runCommand(planner, turnPage, { id: underlay.id, page, widthUnits: size.width, heightUnits: size.height });
  };
  return (
    <div className={styles.fields}>
      <SelectField
        label={`Page of ${numberText(pages.count)}`}
        value={String(underlay.page)}
        options={Array.from({ length: count }, (_, at) => ({ value: String(at + 1), label: `Page ${numberText(at + 1)}` }))}
        searchable
        onChange={(page) => void show(Number(page))}
      />
    </div>
  );
}

function clampPct(pct: number): number {
  return Math.min(100, Math.max(0, pct));
}

/** Says where its bytes are missing or cannot be read; nothing while all is well. */
function FileState({ underlay }: { readonly underlay: Underlay }) {
  const planner = usePlanner();
  const isThere = usePlan(({ plan }) => plan.drawingFiles.has(underlay.file));
  const read = useDrawings(({ byFile }) => byFile.get(underlay.file));
  if (isThere && read?.state !== 'failed') return null;
  return (
    <p className={styles.note} role="alert">
      {isThere && read?.state === 'failed'
        ? `${read.error.message}; ${read.error.remedy}. `
        : 'The plan does not hold the bytes of this drawing; add its file again. '}
      <Button size="compact-xs" variant="default" onClick={() => chooseDrawing(planner)}>
        Add the file…
      </Button>
    </p>
  );
}

function Scale({ underlay }: { readonly underlay: Underlay }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const { calibration, check, mmPerUnit, widthUnits, heightUnits } = underlay;
  const read = useDrawings(({ byFile }) => byFile.get(underlay.file));
  // Until somebody has measured, the scale is the file's word or a guess.
  const isStated = read?.state === 'lines' && read.lines.drawing.mmPerUnit === mmPerUnit;
  const assumed = calibration !== null ? '' : isStated ? ', as the file says' : ', assumed';
  const tone = calibration === null ? 'warning' : 'plain';
  const errorPct = check === null ? null : scaleErrorPct(mmPerUnit, check);
  return (
    <Section title="Scale">
      <Figures label="Scale">
        <Figure name={`One ${drawingUnit(underlay.kind)}${assumed}`} value={`${mmPerUnit.toPrecision(5)} mm`} tone={tone} />
        <Figure
          name={`Size${assumed}`}
          value={`${distanceText(widthUnits * mmPerUnit, units)} × ${distanceText(heightUnits * mmPerUnit, units)}`}
          tone={tone}
        />
        <Figure
          name="Measured by"
          value={calibration === null ? 'not measured' : sizeText(calibration.distanceMm, units)}
          tone={calibration === null ? 'warning' : 'plain'}
        />
        {check === null || errorPct === null ? (
          <Figure name="Checked by" value="not checked" tone={calibration === null ? 'plain' : 'warning'} />
        ) : (
          <Figure
            name={`Error over ${sizeText(check.distanceMm, units)}`}
            value={errorText(errorPct)}
            tone={Math.abs(errorPct) > MOST_ERROR_PCT ? 'error' : 'good'}
          />
        )}
      </Figures>
      <p className={`${styles.note} ${styles.buttons}`}>
        <Button size="compact-xs" variant="default" onClick={() => takeSpan(planner, 'calibrate')}>
          Calibrate by two places
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => byNumbers(planner, underlay)}>
          By numbers…
        </Button>
        {calibration === null ? null : (
          <Button size="compact-xs" variant="default" onClick={() => takeSpan(planner, 'check')}>
            Check a second distance
          </Button>
        )}
      </p>
    </Section>
  );
}

/** More than this and cabinets at the far end of a hall stand a tile beside their place. */
const MOST_ERROR_PCT = 1;

/** Starts from the whole width. */
function byNumbers(planner: Planner, { id, widthUnits }: Underlay): void {
  if (tellLocked(planner, thingsOf('underlay', [id])) !== null) return;
  dialogs.setState({ distance: { underlay: id, purpose: 'calibrate', from: { x: 0, y: 0 }, to: { x: widthUnits, y: 0 } } });
}

/** Whether lines have the colors of their file; nothing where it gives them none. */
function Ink({ underlay }: { readonly underlay: Underlay }) {
  const planner = usePlanner();
  const isColored = useDrawings(({ byFile }) => {
    const read = byFile.get(underlay.file);
    return read?.state === 'lines' && read.lines.drawing.palette.length > 1;
  });
  if (underlay.kind !== 'dxf' || !isColored) return null;
  return (
    <SelectField
      label="Drawn"
      isWide
      value={underlay.ownColors === true ? 'own' : 'one'}
      options={[
        { value: 'one', label: 'In one ink' },
        { value: 'own', label: 'In its own colors' },
      ]}
      onChange={(ink) => runCommand(planner, colorUnderlays, { ids: [underlay.id], ownColors: ink === 'own' })}
    />
  );
}
