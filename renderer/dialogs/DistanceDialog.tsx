/** How far two places of a drawing truly are apart: its scale, or a second look at it. The places can be written too. */
import { useEffect, useRef, useState } from 'react';
import { Button, Modal, TextInput } from '@mantine/core';
import { calibrateUnderlay, checkUnderlay } from '../../shared/commands/underlays.ts';
import { scaleErrorPct, spanUnits } from '../../shared/drawings/underlayPlace.ts';
import type { MeasuredSpan, Underlay } from '../../shared/plan/underlays.ts';
import { sizeText, sizeValueText } from '../../shared/quantities.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { refusalOf } from '../tools/editActions.ts';
import { fitHall } from '../tools/viewActions.ts';
import { drawingUnit, errorText, scaleQuestion } from '../underlay/drawingTexts.ts';
import { useDrawings } from '../underlay/drawings.ts';
import { takeSpan } from '../underlay/addDrawing.ts';
import { parseLength } from '../ui/parseLength.ts';
import { sizeUnit } from '../ui/quantities.ts';
import { dialogs, useDialogs, type DistanceWish } from './dialogStore.ts';
import styles from './dialogs.module.css';

const close = (): void => dialogs.setState({ distance: null });

export function DistanceDialog() {
  const wish = useDialogs((state) => state.distance);
  const underlay = usePlan(({ plan }) => (wish === null ? undefined : plan.underlays.get(wish.underlay)));
  const title = wish?.purpose === 'check' ? 'Check the scale' : 'Calibrate the drawing';
  return (
    <Modal opened={wish !== null && underlay !== undefined} onClose={close} title={title} size={420}>
      {wish === null || underlay === undefined ? null : <DistanceForm wish={wish} underlay={underlay} />}
    </Modal>
  );
}

type Coordinate = 'fromX' | 'fromY' | 'toX' | 'toY';

const COORDINATES: readonly { readonly key: Coordinate; readonly label: string }[] = [
  { key: 'fromX', label: 'From x' },
  { key: 'fromY', label: 'From y' },
  { key: 'toX', label: 'To x' },
  { key: 'toY', label: 'To y' },
];

function DistanceForm({ wish, underlay }: { readonly wish: DistanceWish; readonly underlay: Underlay }) {
  const planner = usePlanner();
  const units = useSession((state) => state.units);
  const [places, setPlaces] = useState<Readonly<Record<Coordinate, string>>>({
    fromX: placeText(wish.from.x),
    fromY: placeText(wish.from.y),
    toX: placeText(wish.to.x),
    toY: placeText(wish.to.y),
  });
  const statedMm = useDrawings(({ byFile }) => {
    const drawn = byFile.get(underlay.file);
    return drawn?.state === 'lines' ? drawn.lines.drawing.mmPerUnit : undefined;
  });
  const span = spanOf(places);
  const measuredMm = span === null ? 0 : Math.round(spanUnits(span) * underlay.mmPerUnit);
  const [typed, setTyped] = useState(() => sizeValueText(measuredMm, units));
  const [refusal, setRefusal] = useState<string | null>(null);
  const read = parseLength(typed, units);
  const distanceMm = read.ok && read.value.value > 0 ? read.value.value : null;
  const isCheck = wish.purpose === 'check';
  const [isDone, setDone] = useState(false);

  if (isDone) return <Calibrated underlay={underlay} />;

  const accept = (): void => {
    if (span === null || distanceMm === null) return;
    const refused = refusalOf(planner, isCheck ? checkUnderlay : calibrateUnderlay, { id: underlay.id, span: { ...span, distanceMm } });
    setRefusal(refused);
    if (refused !== null) return;
    if (isCheck) close();
    else {
      fitHall(planner);
      setDone(true);
    }
  };
  const problem =
    refusal ?? (read.ok ? (distanceMm === null ? 'a distance is above zero; write a length such as 24.6 m' : null) : read.error.message);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        accept();
      }}
    >
      <p className={styles.message}>{scaleQuestion(underlay, statedMm, sizeText(measuredMm, units))}</p>
      <div className={styles.parameters}>
        <TextInput
          className={styles.wide ?? ''}
          label={`True distance (${sizeUnit(units)})`}
          description="Units may be typed: 24.6 m, 80 ft 8 in"
          value={typed}
          error={problem}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        {COORDINATES.map(({ key, label }) => (
          <TextInput
            key={key}
            label={`${label} (${drawingUnit(underlay.kind)})`}
            value={places[key]}
            autoComplete="off"
            inputMode="decimal"
            onChange={(event) => setPlaces({ ...places, [key]: event.currentTarget.value })}
          />
        ))}
        <p className={`${styles.remedy} ${styles.wide}`} role="status">
          {span === null || distanceMm === null
            ? 'Write where the two places are on the drawing'
            : outcome(underlay, { ...span, distanceMm }, isCheck)}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" disabled={span === null || distanceMm === null}>
          {isCheck ? 'Keep the check' : distanceMm === measuredMm ? 'Yes, that is right' : 'Set the scale'}
        </Button>
      </div>
    </form>
  );
}

/** A first distance proves little: a second one across it is offered at once. */
function Calibrated({ underlay }: { readonly underlay: Underlay }) {
  const planner = usePlanner();
  const next = useRef<HTMLButtonElement>(null);
  // The field that had the focus is gone.
  useEffect(() => next.current?.focus(), []);
  return (
    <>
      <p className={styles.message}>The scale is set. A second known distance shows how far it can be trusted.</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={close}>
          Later
        </Button>
        <Button
          ref={next}
          onClick={() => {
            close();
            planner.session.select([{ kind: 'underlay', id: underlay.id }]);
            takeSpan(planner, 'check');
          }}
        >
          Pick a second distance
        </Button>
      </div>
    </>
  );
}

function outcome({ mmPerUnit, kind }: Underlay, span: MeasuredSpan, isCheck: boolean): string {
  const error = errorText(scaleErrorPct(mmPerUnit, span));
  if (isCheck) return `The drawing is off by ${error}`;
  const scale = span.distanceMm / spanUnits(span);
  return `One ${drawingUnit(kind)} is ${scale.toPrecision(5)} mm; the scale changes by ${errorText(((scale - mmPerUnit) / mmPerUnit) * 100)}`;
}

function placeText(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The span without its distance; null where a place is no number, or both are the same. */
function spanOf(places: Readonly<Record<Coordinate, string>>): MeasuredSpan | null {
  const [fromX, fromY, toX, toY] = COORDINATES.map(({ key }) =>
    places[key].trim() === '' ? Number.NaN : Number(places[key].replace(',', '.')),
  );
  const span = { fromX: fromX!, fromY: fromY!, toX: toX!, toY: toY!, distanceMm: 1 };
  const units = spanUnits(span);
  return Number.isFinite(units) && units > 0 ? span : null;
}
