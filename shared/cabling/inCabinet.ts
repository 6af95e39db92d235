/**
 * The way of a cable inside its cabinet. A port lies on the cabinet's front or rear; on each of the two sides stand a left and a
 * right vertical manager. Lengths in whole mm, each term rounded by itself so that sums are exact.
 *
 * By convention openings stand over the managers of their side: from a manager to an opening only what lies sideways counts, and depth
 * counts once, as the crossing from the front managers to the rear ones. Where a model's opening stands deeper in the cabinet than its
 * managers, what lies between them is taken up by the slack of the end; `explain` says so.
 */
import type { CabinetModel, CabinetOpening, Side } from '../catalog/types.ts';
import { must } from '../assert.ts';
import type { Edge } from '../catalog/types.ts';

/** Where a port is within its cabinet: x from the left as seen from the front, z above the floor. */
export interface PortPlace {
  readonly side: Side;
  readonly xMm: number;
  readonly zMm: number;
}

export interface OpeningWay {
  readonly portToManagerMm: number;
  readonly managerMm: number;
  readonly frontToRearMm: number;
  readonly managerToOpeningMm: number;
  readonly manager: 'left' | 'right';
  readonly totalMm: number;
}

/** Which manager of its side a way takes: the one that makes it shortest (ties: left), or the other one, where that is full. */
export type ManagerChoice = 'shorter' | 'other';

/** From a port to an opening: across to a manager, along it, to the opening. */
export function wayToOpening(model: CabinetModel, port: PortPlace, opening: CabinetOpening, choice: ManagerChoice = 'shorter'): OpeningWay {
  const left = sideways(port.xMm, model.managerInsetMm, opening.xMm);
  const right = sideways(port.xMm, model.widthMm - model.managerInsetMm, opening.xMm);
  const shorter = left.portToManagerMm + left.managerToOpeningMm <= right.portToManagerMm + right.managerToOpeningMm ? 'left' : 'right';
  const manager = chosen(shorter, choice);
  const across = manager === 'left' ? left : right;
  const managerMm = opening.edge === 'top' ? Math.max(0, model.heightMm - port.zMm) : port.zMm;
  const frontToRearMm = opening.side === port.side ? 0 : crossingMm(model);
  return {
    ...across,
    managerMm,
    frontToRearMm,
    manager,
    totalMm: across.portToManagerMm + managerMm + frontToRearMm + across.managerToOpeningMm,
  };
}

/** Total of wayToOpening by the shorter manager, for when it is asked for a million times. */
export function wayToOpeningMm(model: CabinetModel, side: Side, xMm: number, zMm: number, opening: CabinetOpening): number {
  const rightMm = model.widthMm - model.managerInsetMm;
  const left = Math.abs(xMm - model.managerInsetMm) + Math.abs(opening.xMm - model.managerInsetMm);
  const right = Math.abs(xMm - rightMm) + Math.abs(opening.xMm - rightMm);
  const along = opening.edge === 'top' ? Math.max(0, model.heightMm - zMm) : zMm;
  return Math.min(left, right) + along + (opening.side === side ? 0 : crossingMm(model));
}

export interface CabinetWay {
  readonly firstAcrossMm: number;
  readonly managerMm: number;
  readonly frontToRearMm: number;
  readonly secondAcrossMm: number;
  readonly manager: 'left' | 'right';
  readonly totalMm: number;
}

/** Between two ports of one cabinet, by the managers alone: the left or the right ones. */
export function wayWithinCabinet(model: CabinetModel, a: PortPlace, b: PortPlace, choice: ManagerChoice = 'shorter'): CabinetWay {
  const left = acrossBoth(a, b, model.managerInsetMm);
  const right = acrossBoth(a, b, model.widthMm - model.managerInsetMm);
  const shorter = left.firstAcrossMm + left.secondAcrossMm <= right.firstAcrossMm + right.secondAcrossMm ? 'left' : 'right';
  const manager = chosen(shorter, choice);
  const across = manager === 'left' ? left : right;
  const managerMm = Math.abs(a.zMm - b.zMm);
  const frontToRearMm = a.side === b.side ? 0 : crossingMm(model);
  return {
    ...across,
    managerMm,
    frontToRearMm,
    manager,
    totalMm: across.firstAcrossMm + managerMm + frontToRearMm + across.secondAcrossMm,
  };
}

/** Front manager to rear manager, through the cabinet's depth. */
export function crossingMm(model: CabinetModel): number {
  return Math.max(0, model.depthMm - 2 * model.managerSetbackMm);
}

/** The model's opening on this side and edge; an access of the cabinet proves that it is there. */
export function openingOf(model: CabinetModel, side: Side, edge: Edge): CabinetOpening {
  return must(
    model.openings.find((opening) => opening.side === side && opening.edge === edge),
    `${edge} ${side} opening of ${model.id}`,
  );
}

function chosen(shorter: 'left' | 'right', choice: ManagerChoice): 'left' | 'right' {
  if (choice === 'shorter') return shorter;
  return shorter === 'left' ? 'right' : 'left';
}

function sideways(portXMm: number, managerXMm: number, openingXMm: number): { portToManagerMm: number; managerToOpeningMm: number } {
  return { portToManagerMm: Math.abs(portXMm - managerXMm), managerToOpeningMm: Math.abs(openingXMm - managerXMm) };
}

function acrossBoth(a: PortPlace, b: PortPlace, managerXMm: number): { firstAcrossMm: number; secondAcrossMm: number } {
  return { firstAcrossMm: Math.abs(a.xMm - managerXMm), secondAcrossMm: Math.abs(b.xMm - managerXMm) };
}
