/** What the tables are narrowed to: the cabinets, devices and segments that are selected. */
import { useMemo, useState } from 'react';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { thingKey, type Thing } from '../state/sessionStore.ts';
import { useSelection } from '../state/useSelection.ts';
import type { GridSort } from '../ui/DataGrid.tsx';
import { countText } from '../ui/quantities.ts';

export interface Scope {
  readonly scope: readonly string[] | null;
  /** `C04`, `8 cabinets`, `3 things`. */
  readonly name: string;
  /** Named by who asked for the list, not by what is selected. */
  readonly isListed: boolean;
  /** The order that a list was asked in. */
  readonly sort: GridSort | null;
  readonly enabled: boolean;
  readonly setEnabled: (enabled: boolean) => void;
}

function carriesCables(thing: Thing): boolean {
  return thing.kind === 'cabinet' || thing.kind === 'device' || thing.kind === 'segment';
}

function nounOf(thing: Thing | undefined): string {
  return thing === undefined ? 'thing' : thing.kind === 'segment' ? 'tray' : thing.kind;
}

export function useScope(): Scope {
  const selection = useSelection();
  const [held, setHeld] = useState<readonly Thing[]>([]);
  const [seen, setSeen] = useState(selection);
  const [enabled, setEnabled] = useState(true);
  if (seen !== selection) {
    setSeen(selection);
    const carriers = selection.filter(carriesCables);
    // A cable picked from the narrowed table must not widen it again, nor one added to what it is narrowed to.
    if ((carriers.length > 0 || selection.length === 0) && !areSame(carriers, held)) {
      setHeld(carriers);
      setEnabled(true);
    }
  }
  const only = held.length === 1 ? held[0] : undefined;
  const name = usePlan(({ plan }) => {
    if (only === undefined) return countText(held.length, held.every(({ kind }) => kind === held[0]?.kind) ? nounOf(held[0]) : 'thing');
    const thing =
      only.kind === 'cabinet'
        ? plan.cabinets.get(only.id)
        : only.kind === 'device'
          ? plan.devices.get(only.id)
          : plan.segments.get(only.id);
    return thing?.name ?? only.id;
  });
  const { session } = usePlanner();
  const listed = useSession((state) => state.listed);
  const scope = useMemo(() => (held.length === 0 ? null : held.map(({ id }) => id)), [held]);
  if (listed !== null)
    return {
      scope: listed.ids,
      name: listed.name,
      isListed: true,
      sort: listed.sort,
      enabled: true,
      setEnabled: () => session.setState({ listed: null }),
    };
  return { scope, name, isListed: false, sort: null, enabled, setEnabled };
}

function areSame(some: readonly Thing[], others: readonly Thing[]): boolean {
  return some.length === others.length && some.every((thing, index) => thingKey(thing) === thingKey(others[index]!));
}
