/** One line under the elevation: the port pointed at, with its cable and far end, or the connection under way. */
import { useElevation, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { TierName } from '../ui/TierKey.tsx';
import { connectingText } from './connecting.ts';
import { portsCanBePointedAt } from './elevationHit.ts';
import { portName, portOf } from './connectPorts.ts';
import type { PortAt } from './elevationStore.ts';
import { markedText } from './ranges/markedPorts.ts';
import { farText, portKindText } from './portState.ts';
import styles from './ElevationArea.module.css';

export function PointedLine() {
  const { elevation } = usePlanner();
  const plan = usePlan((state) => state.plan);
  const pointed = useElevation((state) => state.pointed);
  const connecting = useElevation((state) => state.connecting);
  const preview = useSession((state) => state.preview);
  useElevation((state) => state.pxPerMm);
  useElevation((state) => state.cabinets);
  useElevation((state) => state.marked);
  useElevation((state) => state.wayProblem);
  const marked = markedText({ plan: () => plan, elevation: () => elevation.store.getState() });
  const text = connectingText({ plan: () => plan, elevation: () => elevation.store.getState() });
  return (
    <div className={styles.pointed} role="status" aria-label="Pointed at">
      {preview !== null && preview.moving.size > 0 ? (
        <>
          <span>{preview.text}</span>
          {preview.problem === null ? <span data-tone="good">✓ free</span> : <span data-tone="error">✕ {preview.problem}</span>}
        </>
      ) : marked !== null ? (
        <span>{marked}</span>
      ) : connecting !== null ? (
        <>
          <span data-tone={connecting.problem === null ? 'plain' : 'error'}>
            {connecting.problem === null ? '' : '✕ '}
            {text}
          </span>
          {connecting.to !== null && connecting.problem === null ? <span data-tone="good">✓ fits, click or Enter connects</span> : null}
        </>
      ) : pointed === null ? (
        <span>
          {portsCanBePointedAt(elevation.layout())
            ? 'Drag a device to move it. Click a free port to connect it, a used one for its cable; drag with Shift over ports for many.'
            : 'Drag a device to move it. Zoom in to point at ports: Ctrl with the wheel, or +.'}
        </span>
      ) : (
        <PortLine at={pointed} />
      )}
    </div>
  );
}

function PortLine({ at }: { readonly at: PortAt }) {
  const plan = usePlan((state) => state.plan);
  const told = useElevation((state) => state.ports.get(at.device));
  const port = portOf(plan, at);
  if (port === null) return null;
  const used = told?.used.find((one) => one.port === at.port);
  const end = used?.ends[0];
  const optic = end?.optic === undefined || end.optic === null ? null : (plan.catalog.transceivers.get(end.optic)?.name ?? end.optic);
  return (
    <>
      <strong>{portName(plan, at)}</strong>
      <span>{portKindText(port)}</span>
      {told === undefined ? (
        <span>being counted</span>
      ) : used === undefined || end === undefined ? (
        <span data-tone="good">free</span>
      ) : (
        <>
          <TierName tier={end.tier} />
          <span>{end.family}</span>
          <span>to {farText(used)}</span>
          {optic === null ? null : <span>{optic}</span>}
          {used.faults.map((fault) => (
            <span key={fault} data-tone="error">
              ✕ {fault}
            </span>
          ))}
        </>
      )}
    </>
  );
}
