/** The right panel: what is selected, by number and with its derivation; the plan itself when nothing is. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { usePlanner, useSession } from '../state/plannerContext.ts';
import { selectedIds, type Thing, type ToolId } from '../state/sessionStore.ts';
import { useSelection } from '../state/useSelection.ts';
import { DoorToolInspector, HallToolInspector, ObstacleToolInspector } from './BuildingToolInspector.tsx';
import { CabinetInspector } from './CabinetInspector.tsx';
import { CableInspector } from './CableInspector.tsx';
import { DeviceInspector } from './DeviceInspector.tsx';
import { DimensionInspector } from './DimensionInspector.tsx';
import { DoorInspector } from './DoorInspector.tsx';
import { FindingInspector } from './FindingInspector.tsx';
import { FoldedSelection } from './FoldedSelection.tsx';
import { GroupHeading } from './GroupHeading.tsx';
import { JunctionInspector } from './JunctionInspector.tsx';
import { HallInspector } from './HallInspector.tsx';
import { LoomInspector } from './LoomInspector.tsx';
import { LoomsInspector } from './LoomsInspector.tsx';
import { MixedInspector } from './MixedInspector.tsx';
import { NoteInspector, NoteToolInspector } from './NoteInspector.tsx';
import { ObstacleInspector } from './ObstacleInspector.tsx';
import { PlanInspector } from './PlanInspector.tsx';
import { SegmentInspector } from './SegmentInspector.tsx';
import { TraceToolInspector } from './TraceToolInspector.tsx';
import { TrayInspector } from './TrayInspector.tsx';
import { UnderlayInspector } from './UnderlayInspector.tsx';
import styles from './Inspector.module.css';

// Reads the catalog of cabinets.
const RowInspector = lazy(async () => ({ default: (await import('./RowInspector.tsx')).RowInspector }));

function InspectorBody({ selection }: { readonly selection: readonly Thing[] }) {
  const [first] = selection;
  if (first === undefined) return <PlanInspector />;
  if (selection.some((thing) => thing.kind !== first.kind)) return <MixedInspector selection={selection} />;
  switch (first.kind) {
    case 'cabinet':
      return <CabinetInspector ids={selectedIds(selection, 'cabinet')} />;
    case 'segment':
      return <SegmentInspector ids={selectedIds(selection, 'segment')} />;
    case 'cable':
      return selection.length === 1 ? <CableInspector id={first.id} /> : <MixedInspector selection={selection} />;
    case 'loom':
      return selection.length === 1 ? <LoomInspector id={first.id} /> : <LoomsInspector ids={selectedIds(selection, 'loom')} />;
    case 'device':
      return <DeviceInspector ids={selectedIds(selection, 'device')} />;
    case 'finding':
      return <FindingInspector id={first.id} />;
    case 'junction':
      return <JunctionInspector ids={selectedIds(selection, 'junction')} />;
    case 'obstacle':
      return <ObstacleInspector ids={selectedIds(selection, 'obstacle')} />;
    case 'door':
      return <DoorInspector ids={selectedIds(selection, 'door')} />;
    case 'dimension':
      return <DimensionInspector ids={selectedIds(selection, 'dimension')} />;
    case 'note':
      return <NoteInspector ids={selectedIds(selection, 'note')} />;
    case 'underlay':
      return <UnderlayInspector ids={selectedIds(selection, 'underlay')} />;
    case 'hall':
      return <HallInspector id={first.id} />;
  }
}

/** What the tool in the hand makes next. */
function ToolSettings({ tool }: { readonly tool: ToolId }) {
  switch (tool) {
    case 'tray':
      return <TrayInspector />;
    case 'hall':
      return <HallToolInspector />;
    case 'door':
      return <DoorToolInspector />;
    case 'obstacle':
      return <ObstacleToolInspector />;
    case 'trace':
      return <TraceToolInspector />;
    case 'note':
      return <NoteToolInspector />;
    case 'row':
      return (
        <Suspense fallback={null}>
          <RowInspector />
        </Suspense>
      );
    case 'select':
    case 'place':
    case 'pod':
    case 'pan':
    case 'measure':
    case 'measureTrays':
    case 'dimension':
    case 'connect':
    case 'tileOrigin':
    case 'deliveryPath':
    case 'span':
      return null;
  }
}

/** Tools whose settings take the panel; what is selected steps back behind them. */
const toolsWithForm: ReadonlySet<ToolId> = new Set(['tray', 'hall', 'door', 'obstacle', 'row', 'trace', 'note']);

export function Inspector() {
  const selection = useSelection();
  // Tools draw in the plan; elsewhere their forms would make nothing.
  const tool = useSession((state) => (state.mode === 'plan' ? state.tool : 'select'));
  const { session } = usePlanner();
  const settings = useRef<HTMLDivElement>(null);
  const things = useRef<HTMLDivElement>(null);
  const settingRequests = useSession((state) => state.settingRequests);
  const answeredSettings = useRef(settingRequests);
  const requests = useSession((state) => state.editRequests);
  const answered = useRef(requests);
  const isFolding = toolsWithForm.has(tool);
  const [isUnfolded, setUnfolded] = useState(false);
  const [seen, setSeen] = useState({ tool, requests });
  if (seen.tool !== tool || seen.requests !== requests) {
    // Who wants to edit the selection sees its fields; another tool begins folded.
    setSeen({ tool, requests });
    setUnfolded(seen.requests !== requests);
  }
  useEffect(() => {
    // The panel follows the selection: what is asked to be edited may not stand in it yet.
    if (requests === answered.current || selection !== session.getState().selection) return;
    answered.current = requests;
    const field = things.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      ':is(input, textarea):not([disabled], [readonly], [type="checkbox"])',
    );
    field?.focus();
    field?.select();
  }, [requests, selection, session]);
  useEffect(() => {
    if (settingRequests === answeredSettings.current) return;
    answeredSettings.current = settingRequests;
    settings.current?.querySelector<HTMLInputElement>('input:not([disabled])')?.focus();
  }, [settingRequests]);
  const body = (
    <>
      <GroupHeading selection={selection} />
      <InspectorBody selection={selection} />
    </>
  );
  return (
    <aside className={styles.inspector} aria-label="Inspector">
      <div ref={settings}>
        <ToolSettings tool={tool} />
      </div>
      <div ref={things}>
        {isFolding ? (
          <FoldedSelection selection={selection} isOpen={isUnfolded} onToggle={() => setUnfolded(!isUnfolded)}>
            {body}
          </FoldedSelection>
        ) : (
          body
        )}
      </div>
    </aside>
  );
}
