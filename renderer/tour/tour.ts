/** Where a person stands in the tour, and whether it was taken on this machine before. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { tourSteps, type TourFacts } from './tourSteps.ts';

export interface TourState {
  /** Null: not under way. As many as there are steps: the closing word. */
  readonly place: number | null;
  /** How things stood when the step began. */
  readonly start: TourFacts | null;
  /** Whether it has been offered and answered. */
  readonly isKnown: boolean;
}

export interface Tour extends StoreApi<TourState> {
  begin(facts: TourFacts): void;
  /** Goes on while what a step asks for is done. */
  see(facts: TourFacts): void;
  /** Passes over a step. */
  next(facts: TourFacts): void;
  /** Ends it at any point; it is not offered by itself again. */
  leave(): void;
}

/** What a machine remembers of the tour. */
export interface TourMemory {
  read(): boolean;
  write(): void;
}

export function createTour(memory: TourMemory): Tour {
  const store = createStore<TourState>(() => ({ place: null, start: null, isKnown: memory.read() }));
  const know = (): void => {
    memory.write();
    store.setState({ isKnown: true });
  };
  return {
    ...store,
    begin(facts) {
      know();
      store.setState({ place: 0, start: facts });
    },
    see(facts) {
      const { place, start } = store.getState();
      const step = place === null ? undefined : tourSteps[place];
      if (place === null || step === undefined || start === null) return;
      if (step.isDone(facts, start)) store.setState({ place: place + 1, start: facts });
    },
    next(facts) {
      const { place } = store.getState();
      if (place !== null && place < tourSteps.length) store.setState({ place: place + 1, start: facts });
    },
    leave() {
      know();
      store.setState({ place: null, start: null });
    },
  };
}

const STORAGE_KEY = 'raceway.tour';

export const tour = createTour({
  read() {
    try {
      return localStorage.getItem(STORAGE_KEY) !== null;
    } catch {
      return false;
    }
  },
  write() {
    try {
      localStorage.setItem(STORAGE_KEY, 'known');
    } catch {
      // A full or forbidden storage costs only being asked again.
    }
  },
});
