/** Offers the tour at the first start, in the bar over the drawing, until it is taken or declined. */
import { IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { usePlanner } from '../state/plannerContext.ts';
import { DRAWING_ATTRIBUTE } from '../tools/keyboard.ts';
import { tour } from './tour.ts';
import { beginTour } from './tourFacts.ts';
import styles from './TourCard.module.css';

export function TourOffer() {
  const planner = usePlanner();
  const isOffered = useStore(tour, ({ place, isKnown }) => place === null && !isKnown);
  if (!isOffered) return null;
  const decline = (): void => {
    tour.leave();
    document.querySelector<HTMLElement>(`[${DRAWING_ATTRIBUTE}]`)?.focus();
  };
  return (
    <div className={styles.offer} role="group" aria-label="First start">
      <button type="button" className={styles.take} onClick={() => void beginTour(planner)}>
        New here? Take the tour
      </button>
      <button type="button" className={styles.decline} aria-label="No tour" onClick={decline}>
        <IconX size={12} aria-hidden />
      </button>
    </div>
  );
}
