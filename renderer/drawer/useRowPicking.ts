/** Which rows of a table are taken: by hand here, and, where rows stand for things of the plan, by selection anywhere. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PickHow } from '../ui/gridKeys.ts';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { isSelected, type Thing } from '../state/sessionStore.ts';

/** More rows than anybody takes by hand are not selected at once: their routes would hide the plan. */
export const MOST_PICKED = 2000;

interface Row {
  readonly id: string;
}

interface PickingParts<R extends Row> {
  readonly count: number;
  readonly rowAt: (place: number) => R | null;
  /** Rows first … last, also those that are not on the page. */
  readonly collect: (first: number, last: number) => Promise<readonly R[]>;
  readonly thingOf: (row: R) => Thing | null;
}

export interface Picking<R extends Row> {
  /** Place that the keyboard is on; −1: none. */
  readonly active: number;
  readonly pick: (place: number, how: PickHow) => void;
  readonly pickAll: () => void;
  readonly isPicked: (row: R) => boolean;
  /** The rows that are taken, in the order of the table. */
  readonly picked: () => readonly R[];
}

export function useRowPicking<R extends Row>({ count, rowAt, collect, thingOf }: PickingParts<R>): Picking<R> {
  const { session } = usePlanner();
  const selection = useSession((state) => state.selection);
  const [active, setActive] = useState(-1);
  const anchor = useRef(-1);
  /** By place, with the row that stood there. */
  const [rows, setRows] = useState<ReadonlyMap<number, R>>(new Map());
  const asked = useRef(0);

  const take = useCallback(
    (next: ReadonlyMap<number, R>) => {
      setRows(next);
      const things = [...next.values()].flatMap((row) => thingOf(row) ?? []);
      if (things.length > 0 || next.size === 0) session.select(things);
    },
    [session, thingOf],
  );

  const takeRange = useCallback(
    (first: number, last: number) => {
      asked.current += 1;
      const mine = asked.current;
      const to = Math.min(last, first + MOST_PICKED - 1);
      if (to < last) session.setState({ notice: { text: `Only the first ${MOST_PICKED} rows are selected`, tone: 'info' } });
      collect(first, to).then(
        (found) => {
          if (mine === asked.current) take(new Map(found.map((row, index) => [first + index, row])));
        },
        () => session.setState({ notice: { text: 'The rows could not be read, so nothing more is selected', tone: 'error' } }),
      );
    },
    [collect, session, take],
  );

  // The keyboard may run ahead of the rows: what it stands on is taken when it comes.
  const awaited = useRef(-1);
  useEffect(() => {
    const place = awaited.current;
    const row = place < 0 ? null : rowAt(place);
    if (row === null) return;
    awaited.current = -1;
    take(new Map([[place, row]]));
  }, [rowAt, take]);

  const pick = useCallback(
    (place: number, how: PickHow) => {
      setActive(place);
      asked.current += 1;
      awaited.current = -1;
      const row = rowAt(place);
      if (how === 'extend' && anchor.current >= 0) {
        takeRange(Math.min(anchor.current, place), Math.max(anchor.current, place));
        return;
      }
      if (how === 'stand') return;
      anchor.current = place;
      if (row === null) {
        awaited.current = place;
        return;
      }
      if (how !== 'toggle') {
        take(new Map([[place, row]]));
        return;
      }
      const next = new Map(rows);
      if (!next.delete(place)) next.set(place, row);
      take(next);
    },
    [rowAt, rows, take, takeRange],
  );

  const thingRows = (row: R): boolean => {
    const thing = thingOf(row);
    return thing === null ? [...rows.values()].some(({ id }) => id === row.id) : isSelected(selection, thing);
  };
  return {
    active,
    pick,
    pickAll: () => {
      if (count > 0) takeRange(0, count - 1);
    },
    isPicked: thingRows,
    picked: () => [...rows].toSorted(([one], [other]) => one - other).flatMap(([, row]) => (thingRows(row) ? [row] : [])),
  };
}
