/** Follows the connection under way with the engine's word on its route, so that the preview says when the way is too long. */
import { useEffect, useMemo } from 'react';
import { useElevation, usePlanner, useSession } from '../state/plannerContext.ts';
import { joiningParts, linkBetween } from './connectPorts.ts';
import { useTriedCable } from './useTriedCable.ts';
import { wayProblem } from './triedReach.ts';

/** Never kept: it names the link in trials alone. */
const TRIED_ID = 'link-tried';

export function useConnectingWay(): string | null {
  const { elevation } = usePlanner();
  const units = useSession((state) => state.units);
  const fromDevice = useElevation(({ connecting }) => connecting?.from.device ?? null);
  const fromPort = useElevation(({ connecting }) => connecting?.from.port ?? null);
  const toDevice = useElevation(({ connecting }) => connecting?.to?.device ?? null);
  const toPort = useElevation(({ connecting }) => connecting?.to?.port ?? null);
  const link = useMemo(() => {
    if (fromDevice === null || fromPort === null || toDevice === null || toPort === null) return null;
    const [from, to] = [
      { device: fromDevice, port: fromPort },
      { device: toDevice, port: toPort },
    ];
    const known = elevation.known();
    const fit = joiningParts(known, from, to);
    const [parts] = fit.ok ? fit.value : [];
    return parts === undefined ? null : linkBetween(known, TRIED_ID, from, to, parts);
  }, [elevation, fromDevice, fromPort, toDevice, toPort]);
  const derivation = useTriedCable(link);
  const problem = derivation === null ? null : wayProblem(derivation, units);
  useEffect(() => elevation.store.setState({ wayProblem: problem }), [elevation, problem]);
  return problem;
}
