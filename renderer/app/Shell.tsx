/** The window: top bar, tools, panels around the drawing, tables under it, status line. */
import { lazy, Suspense, type DragEvent } from 'react';
import { Drawer } from '../drawer/Drawer.tsx';
import { dialogs } from '../dialogs/dialogStore.ts';
import { Inspector } from '../panels/Inspector.tsx';
import { LeftPanel } from '../panels/LeftPanel.tsx';
import { usePlan, usePlanner, useSession, type Planner } from '../state/plannerContext.ts';
import { SplitHandle } from '../ui/SplitHandle.tsx';
import { CanvasArea } from './CanvasArea.tsx';
import { paneLimits, panes, usePanes } from './panes.ts';
import { BusyCard } from './BusyCard.tsx';
import { FileNotice } from './FileNotice.tsx';
import { StatusBar } from './StatusBar.tsx';
import { ToolRail } from './ToolRail.tsx';
import { TopBar } from './TopBar.tsx';
import styles from './Shell.module.css';

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
  const mode = useSession((state) => state.mode);
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

function PlanMode() {
  const { leftOpen, inspectorOpen, drawerOpen, inspectorPx, drawerPx } = usePanes((state) => state);
  const isEmpty = usePlan(({ plan }) => plan.halls.size === 0);
  return (
    <div className={styles.main}>
      <ToolRail />
      {leftOpen ? (
        <nav className={styles.left} aria-label="What is in the plan">
          <LeftPanel />
        </nav>
      ) : null}
      <main className={styles.centre}>
        <CanvasArea />
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
            <div className={styles.drawer} style={{ height: drawerPx }}>
              <Drawer />
            </div>
          </>
        ) : null}
      </main>
      {inspectorOpen ? (
        <>
          <SplitHandle
            label="Width of the inspector"
            orientation="vertical"
            value={inspectorPx}
            direction={-1}
            {...paneLimits.inspectorPx}
            onChange={(px) => panes.setState({ inspectorPx: px })}
          />
          <div className={styles.right} style={{ width: inspectorPx }}>
            <Inspector />
          </div>
        </>
      ) : null}
    </div>
  );
}
