/**
 * The tour of the small sample, as data: what each step asks for, where it is done, and how the planner tells that it was done.
 * A step waits for the real thing; it never does it for the person.
 */
import type { Plan } from '../../shared/plan/types.ts';
import { countText } from '../ui/quantities.ts';
import type { DrawerTab, Thing, ToolId } from '../state/sessionStore.ts';

/** What a step is judged by. */
export interface TourFacts {
  readonly plan: Plan;
  /** Steps that could be undone and redone. */
  readonly past: number;
  readonly future: number;
  readonly selection: readonly Thing[];
  readonly tool: ToolId;
  readonly drawerTab: DrawerTab;
  /** Cable required by the plan as it stands; null while it is being worked out. */
  readonly requiredMm: number | null;
  /** Cables that have no route as the plan stands. */
  readonly unrouted: number;
  readonly isExporting: boolean;
}

/** What is ringed: an element of the page, or the cabinet that the step is about. */
export type TourTarget =
  { readonly kind: 'element'; readonly selector: string } | { readonly kind: 'cabinet'; readonly name: string | null };

export interface TourStep {
  readonly id: string;
  readonly title: string;
  /** What to do by hand, and what to see; `start` is how things stood when the step began. */
  readonly text: (now: TourFacts, start: TourFacts) => string;
  /** The same by keyboard. */
  readonly keys: string;
  readonly targets: (now: TourFacts) => readonly TourTarget[];
  /** What is selected is let go before, and the hand emptied: the tables show all rows again. */
  readonly beginsEmpty?: true;
  readonly isDone: (now: TourFacts, start: TourFacts) => boolean;
}

/** The cabinet that the tour starts from; any other does as well. */
const CABINET = 'B03';

const element = (selector: string): TourTarget => ({ kind: 'element', selector });
const tab = (name: DrawerTab): TourTarget => element(`[data-table="${name}"]`);
const holds = ({ selection }: TourFacts, kind: Thing['kind']): boolean => selection.some((thing) => thing.kind === kind);

function cabinetsMoved(now: TourFacts, start: TourFacts): boolean {
  return [...now.plan.cabinets].some(([id, { xMm, yMm }]) => {
    const before = start.plan.cabinets.get(id);
    return before !== undefined && (before.xMm !== xMm || before.yMm !== yMm);
  });
}

export const tourSteps: readonly TourStep[] = [
  {
    id: 'select',
    title: 'Select a cabinet',
    text: () => 'Click the ringed cabinet, or any other. The inspector on the right shows what it is and what follows from it.',
    keys: `Ctrl+K, type ${CABINET}, Enter.`,
    targets: () => [{ kind: 'cabinet', name: CABINET }],
    isDone: (now) => holds(now, 'cabinet'),
  },
  {
    id: 'move',
    title: 'Drag it',
    text: () => 'Drag the cabinet, and watch the status line below: metres of cable and hours of work change while you hold it.',
    keys: 'Arrow keys move it, with Shift by a tile.',
    targets: () => [{ kind: 'cabinet', name: null }, element('[data-testid="required"]')],
    isDone: cabinetsMoved,
  },
  {
    id: 'undo',
    title: 'Take it back',
    text: ({ unrouted }) =>
      unrouted === 0
        ? 'Every cable was routed anew. One step takes the whole move back.'
        : `${countText(unrouted, 'cable')} found no route, so the metres leave them out and a red finding says why. One step takes the whole move back.`,
    keys: 'Ctrl+Z.',
    targets: () => [element('button[aria-label="Undo"]')],
    isDone: (now, start) => now.future > start.future,
  },
  {
    id: 'tray',
    title: 'Draw a tray',
    text: ({ tool }) =>
      tool === 'tray'
        ? 'Click where it starts and where it ends; Enter or a double click lays it.'
        : 'Take the tray tool. Trays carry the cables; what joins is found as you draw.',
    keys: 'T, Enter, an arrow for the direction, a length such as 2 m, then Enter twice.',
    targets: ({ tool }) => (tool === 'tray' ? [] : [element('button[aria-label="Draw a tray"]')]),
    isDone: (now, start) => now.plan.segments.size > start.plan.segments.size,
  },
  {
    id: 'cable',
    beginsEmpty: true,
    title: 'Follow a cable',
    text: ({ drawerTab }) =>
      drawerTab === 'cables'
        ? 'Click a row. Its route lights up in the hall, and the inspector derives its length term by term.'
        : 'Open the list of cables below the drawing.',
    keys: 'Ctrl+F goes to the table; Tab, then the down arrow.',
    targets: ({ drawerTab }) => [drawerTab === 'cables' ? element('[role="grid"]') : tab('cables')],
    isDone: (now) => holds(now, 'cable'),
  },
  {
    id: 'finding',
    title: 'Look at what is wrong',
    text: ({ drawerTab }) =>
      drawerTab === 'findings'
        ? 'Click a finding. It says what is required, what is there, and what to do.'
        : 'Open the findings. Every rule is checked after each change.',
    keys: 'Arrow keys on the tabs below the drawing, then Tab and the down arrow.',
    targets: ({ drawerTab }) => [drawerTab === 'findings' ? element('[role="grid"]') : tab('findings')],
    isDone: (now) => holds(now, 'finding'),
  },
  {
    id: 'export',
    title: 'Hand it on',
    text: () => 'Choose Export… in the File menu: what to buy, the cable schedule, and sheets to print to scale.',
    keys: 'Ctrl+E.',
    targets: () => [element('header button[aria-haspopup="menu"]')],
    isDone: ({ isExporting }) => isExporting,
  },
];
