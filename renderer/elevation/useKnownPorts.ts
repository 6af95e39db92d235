/** Ports of some devices, asked of the engine and kept up with the plan. */
import { useEffect, useMemo, useState } from 'react';
import type { DevicePorts } from '../../shared/engine/protocol.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { partsFor } from '../panels/partCatalog.ts';
import { useDerived, usePlanner } from '../state/plannerContext.ts';
import type { PortsKnown } from './connectPorts.ts';

/** Null until the first answer; the last one stays until the next is there. */
export function useKnownPorts(plan: Plan, devices: readonly string[]): PortsKnown | null {
  const { engine } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [ports, setPorts] = useState<ReadonlyMap<string, DevicePorts> | null>(null);
  const asked = [...new Set(devices)].sort().join('\n');
  useEffect(() => {
    let wanted = true;
    engine.portsOf(asked === '' ? [] : asked.split('\n')).then(
      (told) => {
        if (wanted) setPorts(new Map(told.map((one) => [one.device, one])));
      },
      // The engine has said why there are no figures; they come with the next change of the plan.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [engine, revision, asked]);
  return useMemo(() => (ports === null ? null : { plan, parts: partsFor(plan), ports: (device) => ports.get(device) }), [ports, plan]);
}
