/**
 * Which rows of a table are taken, by id. Where rows stand for things of the plan, what is taken is the selection itself;
 * elsewhere (lines of the bill) it is kept here.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PickHow } from '../ui/gridKeys.ts';
import { usePlanner } from '../state/plannerContext.ts';
import type { ThingKind } from '../state/sessionStore.ts';
import { useSelection } from '../state/useSelection.ts';

/** More rows than anybody takes by hand are not selected at once: their routes would hide the plan. */
export const MOST_PICKED = 2000;

interface Row {
  readonly id: string;
}

interface PickingParts {
  readonly count: number;
  readonly rowAt: (place: number) => Row | null;
  /** Rows first … last, also those that are not on the page; another function when order, filter or scope changed. */
  readonly collect: (first: number, last: number) => Promise<readonly Row[]>;
  /** What the rows are; null: nothing that can be selected. */
  readonly kind: ThingKind | null;
}

export interface Picking {
  /** Place that the keyboard is on; −1: none. */
  readonly active: number;
  readonly pick: (place: number, how: PickHow) => void;
  readonly pickAll: () => void;
  readonly picked: ReadonlySet<string>;
}

export function useRowPicking({ count, rowAt, collect, kind }: PickingParts): Picking {
  const { session } = usePlanner();
  const selection = useSelection();
  const [active, setActive] = useState(-1);
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => new Set(selection.flatMap((thing) => (thing.kind === kind ? [thing.id] : []))), [selection, kind]);
  const asked = useRef(0);

  const take = useCallback(
    (ids: readonly string[]) => {
      if (kind === null) setOwn(new Set(ids));
      else session.select(ids.map((id) => ({ kind, id })));
    },
    [session, kind],
  );

  const toggle = useCallback(
    (id: string) => {
      if (kind === null) setOwn((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
      else session.toggle([{ kind, id }]);
    },
    [session, kind],
  );

  // Where a range begins is a place of the table as it was: in another order it is nowhere.
  const anchor = useRef(-1);
  useEffect(() => {
    anchor.current = -1;
    asked.current += 1;
  }, [collect]);

  const takeRange = useCallback(
    (first: number, last: number) => {
      asked.current += 1;
      const mine = asked.current;
      const to = Math.min(last, first + MOST_PICKED - 1);
      if (to < last) session.setState({ notice: { text: `Only the first ${MOST_PICKED} rows are selected`, tone: 'info' } });
      collect(first, to).then(
        (found) => {
          if (mine === asked.current) take(found.map(({ id }) => id));
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
    take([row.id]);
  }, [rowAt, take]);

  const pick = useCallback(
    (place: number, how: PickHow) => {
      setActive(place);
      asked.current += 1;
      awaited.current = -1;
      if (how === 'stand') return;
      if (how === 'extend' && anchor.current >= 0) {
        takeRange(Math.min(anchor.current, place), Math.max(anchor.current, place));
        return;
      }
      anchor.current = place;
      const row = rowAt(place);
      if (row === null) awaited.current = place;
      else if (how === 'toggle') toggle(row.id);
      else take([row.id]);
    },
    [rowAt, take, takeRange, toggle],
  );

  return {
    active,
    pick,
    pickAll: () => {
      if (count > 0) takeRange(0, count - 1);
    },
    picked: kind === null ? own : selected,
  };
}
