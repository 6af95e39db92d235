/** A cable as the inspector shows it, with the links through panels that it is part of. */
import type { CableDerivation } from '../cabling/types.ts';
import type { Severity } from '../checks/types.ts';
import type { LoomReport } from '../looms/describeLoom.ts';
import type { LoomMade } from '../looms/looms.ts';
import type { TierParts } from '../plan/types.ts';
import type { RouteExplanation } from './explainRules.ts';
import type { EndText } from './protocol.ts';

export interface CableExplanation {
  readonly kind: 'cable';
  readonly derivation: CableDerivation;
  readonly tier: string;
  readonly label: string | null;
  /** Optics at its two ends; a panel has none. */
  readonly parts: TierParts;
  /** Links that run through it and through panels. */
  readonly channels: { readonly shown: readonly ChannelExplanation[]; readonly count: number };
  /** The loom that it is bound in; null where it is pulled alone. */
  readonly loom: CableLoom | null;
  /** By how much it is longer so that others have room in pathways, openings and managers; null: not known. */
  readonly madeRoomMm: number | null;
  /** What rules make of its way; null where they say nothing of it. */
  readonly route: RouteExplanation | null;
  readonly a: EndText;
  readonly b: EndText;
}

/** A loom with its legs, and the segments that it runs through. */
export interface LoomExplanation extends LoomReport {
  readonly kind: 'loom';
  readonly segments: readonly { readonly id: string; readonly name: string }[];
}

/** A loom as one of its cables knows it. */
export interface CableLoom {
  readonly id: string;
  readonly name: string;
  readonly made: LoomMade;
  readonly members: number;
  readonly lengthMm: number | null;
  /** The length that this cable is on the bill at, which a loom made to length stands instead of; null: none serves, or the loom is its order. */
  readonly insteadOfMm: number | null;
  readonly diameterMm: number;
  readonly massG: number;
  /** Name of the cabinet that it is pulled from. */
  readonly pulledFrom: string;
  /** This cable's legs: cabinet, how far it is from the opening to the port, and how long the leg is made; null: as its maker does it. */
  readonly legs: readonly { readonly cabinet: string; readonly portMm: number; readonly madeMm: number | null }[];
}

/** One joint of a channel: an optic's port or an adapter of a panel. */
export interface ChannelJoint {
  readonly name: string;
  readonly title: string;
  readonly isPanel: boolean;
  readonly isFaulty: boolean;
}

/** A cable, or a module of a panel. */
export interface ChannelCable {
  /** Null for a module. */
  readonly id: string | null;
  readonly name: string;
  readonly family: string;
  /** `A`, `B`, `C`, `A-B`; null: not published. */
  readonly type: string | null;
  /** Of a trunk or breakout, from 1: one, or two where it comes out on another than it goes in; none of a cable with one plug. */
  readonly legs: readonly number[];
  readonly longestMm: number | null;
}

export interface ChannelProblem {
  /** Position in the joints; null: the channel as a whole. */
  readonly joint: number | null;
  readonly severity: Severity;
  readonly message: string;
  readonly mend: string;
}

/** A link that runs through panels: joints with cables between them, from its end A. */
export interface ChannelExplanation {
  readonly link: string;
  readonly name: string;
  readonly joints: readonly ChannelJoint[];
  /** Null where no cable is named. */
  readonly cables: readonly (ChannelCable | null)[];
  readonly problems: readonly ChannelProblem[];
  /** Used and allowed; null: unknown. */
  readonly lengthMm: number | null;
  readonly reachMm: number | null;
  readonly jointCount: number;
  readonly mostJoints: number | null;
  readonly lossDb: number | null;
  readonly mostLossDb: number | null;
}
