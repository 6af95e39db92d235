/** Edits by number: what was typed becomes a command; a refusal comes back as a sentence for the field. */
import { moveThings } from '../../shared/commands/move.ts';
import { setCabinets, swapCabinetModel } from '../../shared/commands/cabinets.ts';
import { setSegments } from '../../shared/commands/pathways.ts';
import { turnCabinets } from '../../shared/commands/turn.ts';
import type { Command } from '../../shared/commands/command.ts';
import { pathwayKinds } from './pathwayKinds.ts';
import { usePlanner, type Planner } from '../state/plannerContext.ts';
import type { TypedValue } from '../ui/parseLength.ts';

type Refusal = string | null;
type SegmentSize = 'widthMm' | 'depthMm' | 'elevationMm';

export interface Edits {
  setCabinetPlace(ids: readonly string[], axis: 'xMm' | 'yMm', typed: TypedValue): Refusal;
  setCabinetRotation(ids: readonly string[], typed: TypedValue): Refusal;
  setCabinetName(ids: readonly string[], name: string): Refusal;
  setCabinetRow(ids: readonly string[], row: string | null): Refusal;
  setCabinetModel(ids: readonly string[], model: string): Refusal;
  setSegmentSize(ids: readonly string[], field: SegmentSize, typed: TypedValue): Refusal;
  setSegmentName(ids: readonly string[], name: string): Refusal;
  setSegmentKind(ids: readonly string[], kind: string): Refusal;
  setSegmentDrops(ids: readonly string[], acceptsDrops: boolean): Refusal;
}

function editsOf({ plan, session }: Planner): Edits {
  const run = <A>(command: Command<A>, args: A): Refusal => {
    const done = plan.run(command, args);
    if (done.ok) return null;
    const text = `${done.error.message}; ${done.error.remedy}`;
    session.setState({ notice: { text, tone: 'error' } });
    return text;
  };
  return {
    setCabinetPlace(ids, axis, { kind, value }) {
      if (kind === 'absolute') return run(setCabinets, { ids, set: { [axis]: value } });
      return run(moveThings, { cabinets: ids, dxMm: axis === 'xMm' ? value : 0, dyMm: axis === 'yMm' ? value : 0 });
    },
    setCabinetRotation: (ids, { kind, value }) =>
      run(turnCabinets, { ids, turn: { kind: kind === 'absolute' ? 'to' : 'by', degrees: value } }),
    setCabinetName: (ids, name) => run(setCabinets, { ids, set: { name } }),
    setCabinetRow: (ids, row) => run(setCabinets, { ids, set: { row } }),
    setCabinetModel(ids, id) {
      const model = plan.getState().plan.catalog.cabinetModels.get(id);
      return model === undefined ? `the plan knows no model ${id}` : run(swapCabinetModel, { ids, model });
    },
    setSegmentSize(ids, field, { kind, value }) {
      if (kind === 'absolute') return run(setSegments, { ids, set: { [field]: value } });
      return run(setSegments, { ids, set: {}, add: { [field]: value } });
    },
    setSegmentName: (ids, name) => run(setSegments, { ids, set: { name } }),
    setSegmentKind(ids, value) {
      const known = pathwayKinds.find((kind) => kind.value === value);
      return known === undefined ? `there is no kind of pathway ${value}` : run(setSegments, { ids, set: { kind: known.value } });
    },
    setSegmentDrops: (ids, acceptsDrops) => run(setSegments, { ids, set: { acceptsDrops } }),
  };
}

export function useEdits(): Edits {
  return editsOf(usePlanner());
}
