/** Which layer is painted again when what changes. */
import type { Plan } from '../../shared/plan/types.ts';
import type { Planner } from '../state/plannerContext.ts';
import { haveSameFill } from '../state/sameScene.ts';
import type { Camera, SessionState } from '../state/sessionStore.ts';

/** From the bottom up. */
export const LAYERS = ['ground', 'plan', 'cables', 'names', 'marks', 'overlay'] as const;

export type RedrawLayer = (typeof LAYERS)[number];

/** How long the hand rests before colors and names of trays follow a gesture, and names are set anew for the view. */
const REST_MS = 120;

/** What is written costs most of a frame of a moving view: these go along as pictures, and are painted anew so often and at rest. */
export const CARRIED = ['names', 'marks'] as const satisfies readonly RedrawLayer[];
const CARRY_MS = 400;
/** A picture of writing that is scaled further can be told from writing. */
const MOST_SCALED = 1.3;

export interface Painting {
  /** Paints a layer from the stores' present state. */
  redraw(layer: RedrawLayer): void;
  /** Shows a layer as it was painted last, moved and scaled from the view of then to the one of now. */
  carry(layer: RedrawLayer): void;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Has layers painted whose painters would now paint something else; until the returned function is called. */
export function watchForRedraw({ plan, session, derived, comparing }: Planner, { redraw, carry }: Painting): () => void {
  /** Drawings as they lie while a gesture moves them. */
  const lying = ({ preview }: SessionState): Plan['underlays'] => (preview?.plan ?? plan.getState().plan).underlays;
  const all = (): void => {
    setAnew();
    for (const layer of LAYERS) redraw(layer);
  };
  /** When the carried layers were painted for the view last, and how large it was. */
  let written = { pxPerMm: session.getState().camera.pxPerMm, atMs: -Infinity };
  let settling: ReturnType<typeof setTimeout> | null = null;
  const setAnew = (): void => {
    if (settling !== null) clearTimeout(settling);
    settling = null;
    written = { pxPerMm: session.getState().camera.pxPerMm, atMs: performance.now() };
  };
  const writeAnew = (): void => {
    setAnew();
    for (const layer of CARRIED) redraw(layer);
  };
  const moveView = ({ pxPerMm }: Camera): void => {
    for (const layer of LAYERS) if (!isCarried(layer)) redraw(layer);
    const scaled = pxPerMm / written.pxPerMm;
    const isOld = performance.now() - written.atMs >= CARRY_MS;
    if (isOld || Math.max(scaled, 1 / scaled) > MOST_SCALED) {
      writeAnew();
      return;
    }
    for (const layer of CARRIED) carry(layer);
    if (settling !== null) clearTimeout(settling);
    settling = setTimeout(writeAnew, REST_MS);
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
    () => {
      if (settling !== null) clearTimeout(settling);
    },
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
        now.viewport !== before.viewport ||
        now.layers !== before.layers ||
        now.veil !== before.veil ||
        now.hiddenLevels !== before.hiddenLevels ||
        now.units !== before.units ||
        now.hall !== before.hall
      ) {
        all();
        return;
      }
      if (now.camera !== before.camera) moveView(now.camera);
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

function isCarried(layer: RedrawLayer): boolean {
  return CARRIED.some((carried) => carried === layer);
}

function haveSameMembers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one === other || (one.size === other.size && [...one].every((id) => other.has(id)));
}
