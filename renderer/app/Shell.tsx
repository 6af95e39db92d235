/** The window: top bar, tools, panels around the drawing, tables under it, status line. */
import { lazy, Suspense, useDeferredValue, useEffect, type DragEvent, type KeyboardEvent } from 'react';
import { rem } from '@mantine/core';
import { Drawer } from '../drawer/Drawer.tsx';
import { dialogs, useDialogAsked } from '../dialogs/dialogStore.ts';
import { Inspector } from '../panels/Inspector.tsx';
import { LeftPanel } from '../panels/LeftPanel.tsx';
import { usePlan, usePlanner, useSession, type Planner } from '../state/plannerContext.ts';
import { viewNaming } from '../tools/savedViews.ts';
import { layout } from '../theme/tokens.ts';
import { SplitHandle } from '../ui/SplitHandle.tsx';
import { CanvasArea } from './CanvasArea.tsx';
import { paneLimits, panes, showPane, usePanes, useSidePane } from './panes.ts';
import { BusyCard } from './BusyCard.tsx';
import { FileNotice } from './FileNotice.tsx';
import { StatusBar } from './StatusBar.tsx';
import { ToolRail } from './ToolRail.tsx';
import { TopBar } from './TopBar.tsx';
import styles from './Shell.module.css';

const ElevationArea = lazy(async () => ({ default: (await import('../elevation/ElevationArea.tsx')).ElevationArea }));
const DeviceCatalog = lazy(async () => ({ default: (await import('../panels/DeviceCatalog.tsx')).DeviceCatalog }));
const SheetsView = lazy(async () => ({ default: (await import('../panels/SheetsView.tsx')).SheetsView }));

/** A file dropped anywhere on the window is opened; the drawing takes its own. */
function openDropped({ host, files }: Planner, event: DragEvent): void {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const item = [...event.dataTransfer.items].find(({ kind }) => kind === 'file');
  if (item === undefined) return;
  void host.openDropped(item).then((opened) => {
    if (!opened.ok) dialogs.setState({ error: { title: 'The file was not opened', error: opened.error } });
    else if (opened.value !== null) void files.openFile(opened.value);
  });
}

export function Shell() {
  const planner = usePlanner();
  useShownTables();
  // What a mode shows is drawn in slices, so that no key waits for it.
  const mode = useDeferredValue(useSession((state) => state.mode));
  return (
    <div className={styles.shell} onDragOver={(event) => event.preventDefault()} onDrop={(event) => openDropped(planner, event)}>
      <TopBar />
      <FileNotice />
      {mode !== 'sheets' ? (
        <PlanMode />
      ) : (
        <Suspense fallback={<div className={styles.main} />}>
          <main className={styles.main}>
            <SheetsView />
          </main>
        </Suspense>
      )}
      <StatusBar />
      <BusyCard />
    </div>
  );
}

/** A table, or the filter of the tables, is asked for by name or key: they are shown for it. */
function useShownTables(): void {
  const isFilterWanted = useDialogAsked('filter');
  const requests = useSession((state) => state.tableRequests);
  useEffect(() => {
    if (isFilterWanted || requests > 0) panes.setState({ drawerOpen: true });
  }, [isFilterWanted, requests]);
}

/** A view that was just saved is named in the left panel. */
function useShownNaming(): void {
  useEffect(
    () =>
      viewNaming.subscribe(({ view }) => {
        if (view !== null) showPane('left');
      }),
    [],
  );
}

function PlanMode() {
  useShownNaming();
  const { drawerOpen, inspectorPx, drawerPx } = usePanes((state) => state);
  const left = useSidePane('left').place;
  const inspector = useSidePane('inspector').place;
  const isEmpty = usePlan(({ plan }) => plan.halls.size === 0);
  const isElevation = useSession((state) => state.mode === 'elevation');
  return (
    <div className={styles.main}>
      <section className={styles.rail} aria-label="Drawing tools">
        <ToolRail />
      </section>
      {left === 'hidden' ? null : (
        <nav
          className={styles.left}
          data-place={left}
          aria-label={isElevation ? 'What can be mounted' : 'What is in the plan'}
          onKeyDown={closeOver}
        >
          <h2 className={styles.unseen}>{isElevation ? 'What can be mounted' : 'What is in the plan'}</h2>
          {isElevation ? (
            <Suspense fallback={null}>
              <DeviceCatalog />
            </Suspense>
          ) : (
            <LeftPanel />
          )}
        </nav>
      )}
      <main className={styles.centre}>
        {isElevation ? (
          <Suspense fallback={<div className={styles.main} />}>
            <ElevationArea />
          </Suspense>
        ) : (
          <CanvasArea />
        )}
        {drawerOpen && !isEmpty ? (
          <>
            <SplitHandle
              label="Height of the tables"
              orientation="horizontal"
              value={drawerPx}
              direction={-1}
              {...paneLimits.drawerPx}
              onChange={(px) => panes.setState({ drawerPx: px })}
            />
            <div className={styles.drawer} style={{ height: rem(drawerPx) }}>
              <Drawer />
            </div>
          </>
        ) : null}
        {inspector === 'beside' ? (
          <div className={styles.edge}>
            <SplitHandle
              label="Width of the inspector"
              orientation="vertical"
              value={inspectorPx}
              direction={-1}
              {...paneLimits.inspectorPx}
              onChange={(px) => panes.setState({ inspectorPx: px })}
            />
          </div>
        ) : null}
      </main>
      {inspector === 'hidden' ? null : (
        <div
          className={styles.right}
          data-place={inspector}
          style={{ width: rem(inspector === 'over' ? layout.inspector : inspectorPx) }}
          onKeyDown={closeOver}
        >
          <Inspector />
        </div>
      )}
    </div>
  );
}

/** Escape puts away a pane that lies over the drawing, and leaves the rest as it is. */
function closeOver(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || panes.getState().over === null) return;
  event.stopPropagation();
  const opener = panes.getState().over === 'left' ? 'Left panel' : 'Inspector';
  panes.setState({ over: null });
  document.querySelector<HTMLElement>(`button[aria-label="${opener}"]`)?.focus();
}
