/** Edits by number: what was typed becomes a command; a refusal comes back as a sentence for the field. */
import type { CabinetModel } from '../../shared/catalog/types.ts';
import { refusalOf } from '../tools/editActions.ts';
import { moveThings } from '../../shared/commands/move.ts';
import { setCabinets, swapCabinetModel } from '../../shared/commands/cabinets.ts';
import { setManagerArea, type SetManagerArea } from '../../shared/commands/cabinetModels.ts';
import { renameGroup } from '../../shared/commands/groups.ts';
import { setJunctions } from '../../shared/commands/junctions.ts';
import { setSegments } from '../../shared/commands/pathways.ts';
import { turnCabinets } from '../../shared/commands/turn.ts';
import type { Command } from '../../shared/commands/command.ts';
import { toElevationOf } from '../../shared/survey/network.ts';
import type { Segment, ServiceClass } from '../../shared/plan/types.ts';
import { pathwayKinds } from './pathwayKinds.ts';
import { usePlanner, type Planner } from '../state/plannerContext.ts';
import { thingsOf, type Thing, type ThingKind } from '../state/sessionStore.ts';
import { tellLocked } from '../tools/selectActions.ts';
import type { TypedValue } from '../ui/parseLength.ts';

type Refusal = string | null;
type SegmentSize = 'widthMm' | 'depthMm' | 'elevationMm';

export interface Edits {
  setGroupName(id: string, name: string): Refusal;
  setJunctionPlace(ids: readonly string[], axis: 'xMm' | 'yMm', typed: TypedValue): Refusal;
  setCabinetPlace(ids: readonly string[], axis: 'xMm' | 'yMm', typed: TypedValue): Refusal;
  setCabinetRotation(ids: readonly string[], typed: TypedValue): Refusal;
  setCabinetName(ids: readonly string[], name: string): Refusal;
  setCabinetRow(ids: readonly string[], row: string | null): Refusal;
  setCabinetModel(ids: readonly string[], model: CabinetModel): Refusal;
  /** Usable cross-section of the managers of a model; null: unknown. `ids`: cabinets it is set from. */
  setManagerArea(ids: readonly string[], model: string, area: SetManagerArea['area']): Refusal;
  setSegmentSize(ids: readonly string[], field: SegmentSize, typed: TypedValue): Refusal;
  /** Height of the `to` end, of one segment. */
  setSegmentEnd(id: string, typed: TypedValue): Refusal;
  setSegmentConduits(ids: readonly string[], conduits: number): Refusal;
  /** As measured on site; null: computed. */
  setSegmentSurvey(ids: readonly string[], lengthMm: number | null): Refusal;
  setCabinetFeed(ids: readonly string[], feed: 'top' | 'bottom' | null): Refusal;
  setCabinetSides(ids: readonly string[], openSides: boolean): Refusal;
  setSegmentName(ids: readonly string[], name: string): Refusal;
  setSegmentKind(ids: readonly string[], kind: string): Refusal;
  setSegmentDrops(ids: readonly string[], acceptsDrops: boolean): Refusal;
  /** What any of them carries, with or without one class, for all of them. */
  setSegmentService(segments: readonly Segment[], service: ServiceClass, carries: boolean): Refusal;
}

/** Runs a command; gives the sentence of its refusal. */
export type RunEdit = <A>(command: Command<A>, args: A) => Refusal;

/** Runs edits of these things; refused while one of them is locked, since tables and the palette select what is locked all the same. */
export function runnerOf(planner: Planner, things: readonly Thing[]): RunEdit {
  return (command, args) => tellLocked(planner, things) ?? refusalOf(planner, command, args);
}

const ALL_SERVICES: readonly ServiceClass[] = ['fiber', 'copper', 'power'];

function refuseAloud({ session }: Planner, text: string): Refusal {
  session.setState({ notice: { text, tone: 'error' } });
  return text;
}

/** All edits by number of what the inspector shows. */
export function editsOf(planner: Planner): Edits {
  const { plan } = planner;
  const run = <A>(kind: ThingKind, ids: readonly string[], command: Command<A>, args: A): Refusal =>
    runnerOf(planner, thingsOf(kind, ids))(command, args);
  return {
    setGroupName: (id, name) => runnerOf(planner, planner.session.getState().selection)(renameGroup, { id, name }),
    setJunctionPlace(ids, axis, { kind, value }) {
      if (kind === 'absolute') return run('junction', ids, setJunctions, { ids, set: { [axis]: value } });
      return run('junction', ids, moveThings, { junctions: ids, dxMm: axis === 'xMm' ? value : 0, dyMm: axis === 'yMm' ? value : 0 });
    },
    setCabinetPlace(ids, axis, { kind, value }) {
      if (kind === 'absolute') return run('cabinet', ids, setCabinets, { ids, set: { [axis]: value } });
      return run('cabinet', ids, moveThings, { cabinets: ids, dxMm: axis === 'xMm' ? value : 0, dyMm: axis === 'yMm' ? value : 0 });
    },
    setCabinetRotation: (ids, { kind, value }) =>
      run('cabinet', ids, turnCabinets, { ids, turn: { kind: kind === 'absolute' ? 'to' : 'by', degrees: value } }),
    setCabinetName: (ids, name) => run('cabinet', ids, setCabinets, { ids, set: { name } }),
    setCabinetRow: (ids, row) => run('cabinet', ids, setCabinets, { ids, set: { row } }),
    setManagerArea: (ids, model, area) => run('cabinet', ids, setManagerArea, { model, area }),
    setCabinetModel: (ids, model) => run('cabinet', ids, swapCabinetModel, { ids, model }),
    setSegmentSize(ids, field, { kind, value }) {
      if (kind === 'absolute') return run('segment', ids, setSegments, { ids, set: { [field]: value } });
      return run('segment', ids, setSegments, { ids, set: {}, add: { [field]: value } });
    },
    setSegmentEnd(id, { kind, value }) {
      const segment = plan.getState().plan.segments.get(id);
      if (segment === undefined) return `there is no segment ${id}`;
      const toElevationMm = kind === 'absolute' ? value : toElevationOf(segment) + value;
      return run('segment', [id], setSegments, { ids: [id], set: { toElevationMm } });
    },
    setSegmentConduits: (ids, conduits) => run('segment', ids, setSegments, { ids, set: { conduits } }),
    setSegmentSurvey: (ids, surveyedLengthMm) => run('segment', ids, setSegments, { ids, set: { surveyedLengthMm } }),
    setCabinetFeed: (ids, feed) => run('cabinet', ids, setCabinets, { ids, set: { feed: feed ?? undefined } }),
    setCabinetSides: (ids, openSides) => run('cabinet', ids, setCabinets, { ids, set: { openSides } }),
    setSegmentName: (ids, name) => run('segment', ids, setSegments, { ids, set: { name } }),
    setSegmentKind(ids, value) {
      const known = pathwayKinds.find((kind) => kind.value === value);
      return known === undefined
        ? `there is no kind of pathway ${value}`
        : run('segment', ids, setSegments, { ids, set: { kind: known.value } });
    },
    setSegmentDrops: (ids, acceptsDrops) => run('segment', ids, setSegments, { ids, set: { acceptsDrops } }),
    setSegmentService(segments, service, carries) {
      const ids = segments.map(({ id }) => id);
      const all = [...new Set(segments.flatMap((segment) => segment.carries ?? ALL_SERVICES))];
      const next = carries ? [...all, service] : all.filter((one) => one !== service);
      if (next.length === 0) return refuseAloud(planner, 'a pathway carries something; choose what else it carries first');
      return run('segment', ids, setSegments, { ids, set: { carries: next } });
    },
  };
}

export function useEdits(): Edits {
  return editsOf(usePlanner());
}
