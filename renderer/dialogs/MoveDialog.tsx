/** Moves the selection by number, shown on the drawing while it is typed; keeps the last move. */
import { useEffect, useMemo, useState } from 'react';
import { SegmentedControl, TextInput } from '@mantine/core';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { moveExactly, readMove, tryExactMove, type TypedMove } from '../tools/exactMove.ts';
import { sizeText, sizeValueText } from '../../shared/quantities.ts';
import { sizeUnit } from '../ui/quantities.ts';
import { BesideDialog } from './BesideDialog.tsx';
import { BesideForm } from './BesideForm.tsx';
import styles from './dialogs.module.css';

export function MoveDialog() {
  return (
    <BesideDialog name="move" title="Move exactly" widthPx={360}>
      <MoveForm />
    </BesideDialog>
  );
}

function MoveForm() {
  const planner = usePlanner();
  const { session } = planner;
  const units = useSession((state) => state.units);
  const [typed, setTyped] = useState<TypedMove>(() => {
    const { dxMm, dyMm } = session.getState().lastMove ?? { dxMm: 0, dyMm: 0 };
    const distance = Math.round(Math.hypot(dxMm, dyMm));
    const angle = Math.round((Math.atan2(-dyMm, dxMm) * 180) / Math.PI);
    return {
      mode: 'xy',
      x: sizeValueText(dxMm, units),
      y: sizeValueText(dyMm, units),
      distance: sizeValueText(distance, units),
      angle: String(angle),
    };
  });
  const read = useMemo(() => readMove(typed, units), [typed, units]);
  const problem = useSession((state) => state.preview?.problem ?? null);
  useEffect(() => {
    if (read.ok) tryExactMove(planner, read.value);
    else session.setState({ preview: null });
    return () => session.setState({ preview: null });
  }, [planner, session, read]);
  const refused = read.ok ? problem : `${read.error.message}; ${read.error.remedy}`;
  const isNothing = read.ok && read.value.dxMm === 0 && read.value.dyMm === 0;
  const field = (key: Exclude<keyof TypedMove, 'mode'>, label: string, first = false) => (
    <TextInput
      key={key}
      label={label}
      value={typed[key]}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value })}
      onFocus={(event) => event.currentTarget.select()}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
  return (
    <BesideForm
      action="Move"
      refused={refused}
      said={
        read.ok && !isNothing ? `Moves by ${sizeText(read.value.dxMm, units)}, ${sizeText(read.value.dyMm, units)}` : 'Moves nothing yet'
      }
      isIdle={isNothing}
      before={
        <SegmentedControl
          fullWidth
          size="xs"
          mb="sm"
          aria-label="How the move is given"
          value={typed.mode}
          onChange={(mode) => setTyped({ ...typed, mode: mode === 'polar' ? 'polar' : 'xy' })}
          data={[
            { value: 'xy', label: 'x and y' },
            { value: 'polar', label: 'Distance and angle' },
          ]}
        />
      }
      onSubmit={() => read.ok && moveExactly(planner, read.value)}
    >
      {typed.mode === 'xy'
        ? [field('x', `East, x (${sizeUnit(units)})`, true), field('y', `South, y (${sizeUnit(units)})`)]
        : [field('distance', `Distance (${sizeUnit(units)})`, true), field('angle', 'Angle (°), 0 east, 90 north')]}
      <p className={`${styles.remedy} ${styles.wide}`}>
        Units may be typed: 600, 0.6 m, 24 in. The first field takes both at once: {'@600<90'} or @600,-200.
      </p>
    </BesideForm>
  );
}
