/** The step of the tour under way: what to do, beside the drawing and never over what it speaks of; and rings around that. */
import { useEffect, useRef } from 'react';
import { Button, CloseButton } from '@mantine/core';
import { useStore } from 'zustand';
import { panes } from '../app/panes.ts';
import { usePlanner, type Planner } from '../state/plannerContext.ts';
import { DRAWING_ATTRIBUTE } from '../tools/keyboard.ts';
import { tour } from './tour.ts';
import { tourFacts, watchTour } from './tourFacts.ts';
import { TourRings } from './TourRings.tsx';
import { tourSteps } from './tourSteps.ts';
import { useTourFacts } from './useTourFacts.ts';
import styles from './TourCard.module.css';

export function TourCard() {
  const isUnderWay = useStore(tour, ({ place }) => place !== null);
  return isUnderWay ? <Steps /> : null;
}

function leave(): void {
  const hadFocus = document.activeElement?.closest('[data-tour-card]') !== null;
  tour.leave();
  if (hadFocus) document.querySelector<HTMLElement>(`[${DRAWING_ATTRIBUTE}]`)?.focus();
}

function Steps() {
  const planner = usePlanner();
  const { place, start } = useStore(tour, (state) => state);
  const now = useTourFacts(planner);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => watchTour(planner), [planner]);
  useEffect(() => {
    panes.setState({ drawerOpen: true, over: null });
    // Begun by a button that is gone now: the keyboard goes on from here.
    heading.current?.focus();
  }, []);
  useEscape();
  const step = tourSteps[place ?? 0];
  const beginsEmpty = step?.beginsEmpty === true;
  useEffect(() => {
    if (!beginsEmpty) return;
    planner.session.setTool('select');
    planner.session.select([]);
  }, [planner, beginsEmpty]);
  const at = Math.min((place ?? 0) + 1, tourSteps.length);
  return (
    <>
      {step === undefined ? null : <TourRings targets={step.targets(now)} />}
      <section className={styles.card} aria-label="Tour" data-tour-card>
        <div className={styles.head}>
          <span className={styles.place}>{step === undefined ? 'Done' : `Step ${at} of ${tourSteps.length}`}</span>
          <CloseButton size="sm" aria-label="Leave the tour" title="Leave the tour (Esc)" onClick={leave} />
        </div>
        <div aria-live="polite" aria-atomic="true">
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {step === undefined ? 'That is the round' : step.title}
          </h2>
          <p className={styles.text}>
            {step === undefined || start === null
              ? 'Generate a hall of your own, or open the one-megawatt sample. The sheet of keys lists every shortcut.'
              : step.text(now, start)}
          </p>
          {step === undefined ? null : (
            <p className={styles.keys}>
              <span className={styles.keysName}>By keyboard:</span> {step.keys}
            </p>
          )}
        </div>
        <div className={styles.foot}>
          <ol className={styles.dots} aria-hidden>
            {tourSteps.map(({ id }, index) => (
              <li key={id} className={styles.dot} data-state={index < (place ?? 0) ? 'past' : index === place ? 'now' : 'ahead'} />
            ))}
          </ol>
          {step === undefined ? (
            <Button onClick={leave}>Close</Button>
          ) : (
            <Button variant="default" onClick={() => tour.next(tourFacts(planner))}>
              Skip this step
            </Button>
          )}
        </div>
      </section>
    </>
  );
}

/** Escape leaves the tour, unless it belongs to a gesture, a field, a menu or a dialog. */
function useEscape(): void {
  const planner = usePlanner();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isHandBusy(planner)) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, [role="dialog"], [role="menu"], [role="listbox"]') !== null) return;
      event.stopPropagation();
      leave();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [planner]);
}

/** Whether Escape means something that is under way or in hand, also where nothing of it is shown yet. */
function isHandBusy({ session, tools, elevation }: Planner): boolean {
  const { mode, preview, tool } = session.getState();
  if (preview !== null) return true;
  return mode === 'elevation' ? elevation.isUnderWay() : tool === 'place' || tools.isUnderWay();
}
