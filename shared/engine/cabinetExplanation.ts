/** What the inspector shows of a cabinet: what it carries, what stands in it, and what runs through it. */
import type { CabinetPart } from '../cabling/cabinetParts.ts';
import type { FillLimits } from '../plan/types.ts';
import type { TierCount } from '../takeoff/types.ts';
import type { PartialSum } from './protocol.ts';

export interface CabinetExplanation {
  readonly kind: 'cabinet';
  readonly id: string;
  readonly powerW: PartialSum;
  readonly powerBudgetW: number | null;
  /** Equipment in it, and what the model may hold. */
  readonly equipmentMassG: number;
  readonly staticLoadG: number;
  readonly cabinetMassG: number;
  readonly usedU: number;
  readonly rackUnits: number;
  readonly cables: readonly TierCount[];
  readonly requiredMm: PartialSum;
  readonly devices: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly positionU: number;
    readonly heightU: number;
  }[];
  readonly pathways: readonly string[];
  /** Openings, managers and drops with what lies in them. */
  readonly parts: readonly CabinetPart[];
  readonly partLimits: FillLimits;
}
