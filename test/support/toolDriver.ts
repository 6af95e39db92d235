/** Drives the planner's tools over plain objects: presses, moves and releases at places of the hall, in millimetres. */
import { createHallLayouts, type HallLayout } from '../../renderer/canvas/hallLayout.ts';
import { toScreen } from '../../renderer/canvas/camera.ts';
import { createDerivedStore, type DerivedStore } from '../../renderer/state/derivedStore.ts';
import { createPlanStore, type PlanStore } from '../../renderer/state/planStore.ts';
import { createSessionStore, type SessionStore, type ToolId } from '../../renderer/state/sessionStore.ts';
import type { Modifiers, PointerInput } from '../../renderer/tools/tool.ts';
import { createToolHost, type ToolHost } from '../../renderer/tools/toolHost.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { SeededRandom } from './random.ts';

const NO_KEYS: Modifiers = { shift: false, alt: false, ctrl: false };

export class ToolDriver {
  readonly plan: PlanStore;
  readonly session: SessionStore;
  readonly derived: DerivedStore = createDerivedStore();
  readonly host: ToolHost;
  private at = { xMm: 0, yMm: 0 };
  private readonly random = new SeededRandom(1);

  constructor(plan: Plan, tool: ToolId = 'select') {
    this.plan = createPlanStore(plan);
    this.session = createSessionStore();
    const [hall] = plan.halls.keys();
    this.session.setState({ tool, hall: hall ?? null, camera: { leftMm: 0, topMm: 0, pxPerMm: 0.05 } });
    const layoutOf = createHallLayouts();
    const layout = (): HallLayout | null => {
      const { hall: shown } = this.session.getState();
      return shown === null ? null : layoutOf(this.plan.getState().plan, shown);
    };
    const randomBytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => this.random.between(0, 255));
    this.host = createToolHost({ plan: this.plan, session: this.session, derived: this.derived, layout, randomBytes });
  }

  down(xMm: number, yMm: number, keys: Partial<Modifiers> = {}): this {
    this.host.pointerDown(this.input(xMm, yMm, keys));
    return this;
  }

  move(xMm: number, yMm: number, keys: Partial<Modifiers> = {}): this {
    this.host.pointerMove(this.input(xMm, yMm, keys));
    return this;
  }

  up(keys: Partial<Modifiers> = {}): this {
    this.host.pointerUp(this.input(this.at.xMm, this.at.yMm, keys));
    return this;
  }

  click(xMm: number, yMm: number, keys: Partial<Modifiers> = {}): this {
    return this.down(xMm, yMm, keys).up(keys);
  }

  key(key: string, keys: Partial<Modifiers> = {}): boolean {
    return this.host.key({ key, ...NO_KEYS, ...keys });
  }

  keyUp(key: string, keys: Partial<Modifiers> = {}): void {
    this.host.keyUp({ key, ...NO_KEYS, ...keys });
  }

  doubleClick(xMm: number, yMm: number, keys: Partial<Modifiers> = {}): void {
    this.click(xMm, yMm, keys).click(xMm, yMm, keys);
    this.host.doubleClick(this.input(xMm, yMm, keys));
  }

  selected(): string[] {
    return this.session.getState().selection.map(({ id }) => id);
  }

  private input(xMm: number, yMm: number, keys: Partial<Modifiers>): PointerInput {
    this.at = { xMm, yMm };
    return { at: this.at, px: toScreen(this.session.getState().camera, this.at), ...NO_KEYS, ...keys };
  }
}
