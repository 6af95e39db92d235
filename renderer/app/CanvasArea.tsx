/** The drawing with its bar: halls, scale and zoom; over it, what to do with an empty plan. */
import { Tooltip } from '@mantine/core';
import { useStore } from 'zustand';
import { IconMap, IconMinus, IconPlus } from '@tabler/icons-react';
import { CanvasView } from '../canvas/CanvasView.tsx';
import { Minimap } from '../canvas/Minimap.tsx';
import { roomForMap } from '../canvas/minimapPlaces.ts';
import { findAction } from '../actions/actionTable.ts';
import { minimapChoice } from '../state/minimapChoice.ts';
import { usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import { numberText } from '../../shared/quantities.ts';
import { MM_PER_INCH } from '../../shared/unitFactors.ts';
import { TourCard } from '../tour/TourCard.tsx';
import { TourOffer } from '../tour/TourOffer.tsx';
import { CaughtBar } from './CaughtBar.tsx';
import { ChangeLegend } from '../compare/ChangeLegend.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { FillLegend } from './FillLegend.tsx';
import { GrowthLegend } from './GrowthLegend.tsx';
import { HallTabs } from './HallTabs.tsx';
import { StartCard } from './StartCard.tsx';
import styles from './CanvasArea.module.css';

/** CSS pixels per millimetre of screen, by CSS's own inch. */
const SCREEN_PX_PER_MM = 96 / MM_PER_INCH;

export function CanvasArea() {
  const isEmpty = usePlan(({ plan }) => plan.halls.size === 0 && plan.cabinets.size === 0);
  const isDrawing = useSession(({ tool }) => tool === 'hall');
  return (
    <div className={styles.area}>
      <div className={styles.bar}>
        <HallTabs />
        <TourOffer />
        {isEmpty && !isDrawing ? null : <ViewControls />}
      </div>
      <div className={styles.canvas}>
        <CanvasView />
        <Minimap />
        <FillLegend />
        <GrowthLegend />
        <ChangeLegend />
        <CaughtBar />
        <ContextMenu />
        <TourCard />
        {isEmpty && !isDrawing ? <StartCard /> : null}
      </div>
    </div>
  );
}

function ViewControls() {
  const planner = usePlanner();
  const pxPerMm = useSession((state) => state.camera.pxPerMm);
  const scale = SCREEN_PX_PER_MM / pxPerMm;
  const rounded = scale >= 100 ? Math.round(scale / 5) * 5 : scale >= 10 ? Math.round(scale) : Math.round(scale * 10) / 10;
  const act = (id: string) => () => findAction(id)?.run(planner);
  return (
    <div className={styles.zoom} role="group" aria-label="View">
      <Tooltip label="Zoom out (−)">
        <button type="button" className={styles.zoomButton} aria-label="Zoom out" onClick={act('view.zoomOut')}>
          <IconMinus size={14} aria-hidden />
        </button>
      </Tooltip>
      <span className={styles.scale} title="Scale on screen">
        1 : {numberText(rounded, scale < 10 ? 1 : 0)}
      </span>
      <Tooltip label="Zoom in (+)">
        <button type="button" className={styles.zoomButton} aria-label="Zoom in" onClick={act('view.zoomIn')}>
          <IconPlus size={14} aria-hidden />
        </button>
      </Tooltip>
      <Tooltip label="Show the whole hall (Shift+1)">
        <button type="button" className={styles.zoomText} onClick={act('view.fit')}>
          Fit
        </button>
      </Tooltip>
      <MinimapSwitch onSwitch={act('view.minimap')} />
    </div>
  );
}

function MinimapSwitch({ onSwitch }: { readonly onSwitch: () => void }) {
  const isShown = useStore(minimapChoice, (state) => state.shown);
  const hasRoom = useSession(({ viewport }) => roomForMap(viewport) !== null);
  // Where there is no room the choice is kept for a larger window.
  return (
    <Tooltip label={hasRoom ? 'Minimap (Shift+O)' : 'Minimap (Shift+O); this window has no room for it'}>
      <button type="button" className={styles.zoomButton} aria-label="Minimap" aria-pressed={isShown} onClick={onSwitch}>
        <IconMap size={15} aria-hidden />
      </button>
    </Tooltip>
  );
}
