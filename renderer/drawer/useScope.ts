/** What the tables are narrowed to: the cabinets, devices and segments that are selected. */
import { useState } from 'react';
import { usePlan, useSession } from '../state/plannerContext.ts';
import type { Thing } from '../state/sessionStore.ts';
import { countText } from '../ui/quantities.ts';

export interface Scope {
  readonly scope: readonly string[] | null;
  /** `C04`, `8 cabinets`, `3 things`. */
  readonly name: string;
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
  const selection = useSession((state) => state.selection);
  const [held, setHeld] = useState<readonly Thing[]>([]);
  const [seen, setSeen] = useState(selection);
  const [enabled, setEnabled] = useState(true);
  if (seen !== selection) {
    setSeen(selection);
    const carriers = selection.filter(carriesCables);
    // A cable picked from the narrowed table must not widen it again.
    if (carriers.length > 0 || selection.length === 0) {
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
  return { scope: held.length === 0 ? null : held.map((thing) => thing.id), name, enabled, setEnabled };
}
