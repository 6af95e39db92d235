/** Which layer is painted again when what changes. */
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { haveSameFill } from '../state/sameScene.ts';
import type { SessionState } from '../state/sessionStore.ts';

/** From the bottom up. */
export const LAYERS = ['ground', 'plan', 'cables', 'names', 'marks', 'overlay'] as const;

export type RedrawLayer = (typeof LAYERS)[number];

/** How long the hand rests before colors and names of trays follow a gesture. */
const REST_MS = 120;

const NOBODY: ReadonlySet<string> = new Set();

/** Calls `redraw` for layers whose painters would now paint something else; until the returned function is called. */
export function watchForRedraw({ plan, session, derived, comparing }: Planner, redraw: (layer: RedrawLayer) => void): () => void {
  /** Drawings as they lie while a gesture moves them. */
  const lying = ({ preview }: SessionState): Plan['underlays'] => (preview?.plan ?? plan.getState().plan).underlays;
  const all = (): void => {
    for (const layer of LAYERS) redraw(layer);
  };
  // Trays and their names cost most of a frame: while the hand moves they stand as they stood.
  let following: ReturnType<typeof setTimeout> | null = null;
  const stopFollowing = (): void => {
    if (following !== null) clearTimeout(following);
    following = null;
  };
  const follow = (): void => {
    stopFollowing();
    redraw('plan');
    redraw('names');
  };
  const followAtRest = (): void => {
    stopFollowing();
    following = setTimeout(follow, REST_MS);
  };
  const stops = [
    stopFollowing,
    plan.subscribe(all),
    comparing.store.subscribe((now, before) => {
      if (now.compared !== before.compared || now.picked !== before.picked || now.focus !== before.focus || now.spot !== before.spot)
        redraw('marks');
    }),
    derived.subscribe((now, before) => {
      if (now.scene === before.scene) return;
      // Trays are drawn by how full they are, and so are their names, which step aside for marks of findings.
      const hasSameFill = haveSameFill(now.scene, before.scene);
      const hasSameMarkers = now.scene?.markers === before.scene?.markers;
      const isGesture = session.getState().preview !== null;
      if (isGesture) {
        if (!hasSameFill) followAtRest();
      } else {
        if (!hasSameFill) redraw('plan');
        // While a gesture lasts, signs stand where they stood; new ones step aside when it ends.
        if (!hasSameFill || !hasSameMarkers) redraw('names');
      }
      redraw('cables');
      // Lit routes are of the plan as it stands; a gesture shows none.
      if (!hasSameMarkers || !isGesture) redraw('marks');
    }),
    derived.subscribe((now, before) => {
      if (now.loomLines !== before.loomLines) redraw('cables');
    }),
    session.subscribe((now, before) => {
      if (now.cableView !== before.cableView) redraw('cables');
      if (
        now.camera !== before.camera ||
        now.viewport !== before.viewport ||
        now.layers !== before.layers ||
        now.veil !== before.veil ||
        now.units !== before.units ||
        now.hall !== before.hall
      ) {
        all();
        return;
      }
      if (now.preview !== before.preview && lying(now) !== lying(before)) redraw('ground');
      if (following !== null) {
        if (now.preview === null) follow();
        else if (now.preview !== before.preview) followAtRest();
      }
      const moving = now.preview?.moving ?? NOBODY;
      const moved = before.preview?.moving ?? NOBODY;
      const isPreviewing = now.preview !== null;
      const wasPreviewing = before.preview !== null;
      const isMovingSame = haveSameMembers(moving, moved);
      if (!isMovingSame) redraw('plan');
      if (!isMovingSame || isPreviewing !== wasPreviewing) redraw('names');
      if (now.tool !== before.tool || now.locks !== before.locks) redraw('marks');
      if (
        now.highlight !== before.highlight ||
        now.growth !== before.growth ||
        now.selection !== before.selection ||
        !isMovingSame ||
        isPreviewing !== wasPreviewing
      )
        redraw('marks');
      if (now.preview !== before.preview || now.hover !== before.hover || now.pointer !== before.pointer) redraw('overlay');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function haveSameMembers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one === other || (one.size === other.size && [...one].every((id) => other.has(id)));
}
