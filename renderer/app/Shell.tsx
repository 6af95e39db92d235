/** The window: top bar, tools, panels around the drawing, tables under it, status line. */
import { lazy, Suspense } from 'react';
import { Drawer } from '../drawer/Drawer.tsx';
import { Inspector } from '../panels/Inspector.tsx';
import { LeftPanel } from '../panels/LeftPanel.tsx';
import { SplitHandle } from '../ui/SplitHandle.tsx';
import { CanvasArea } from './CanvasArea.tsx';
import { paneLimits, panes, usePanes } from './panes.ts';
import { BusyCard } from './BusyCard.tsx';
import { StatusBar } from './StatusBar.tsx';
import { ToolRail } from './ToolRail.tsx';
import { TopBar } from './TopBar.tsx';
import styles from './Shell.module.css';

const SheetsView = lazy(async () => ({ default: (await import('../panels/SheetsView.tsx')).SheetsView }));

export function Shell() {
  const mode = usePanes((state) => state.mode);
  return (
    <div className={styles.shell}>
      <TopBar />
      {mode === 'plan' ? (
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
        {drawerOpen ? (
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
