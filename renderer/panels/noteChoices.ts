/** Names of the marks and disciplines of notes, and of what frames surround. */
import type { FramedThings } from '../../shared/plan/framedThings.ts';
import type { NoteDiscipline, NoteMark } from '../../shared/plan/notes.ts';
import { countText } from '../ui/quantities.ts';

export const markTitles: Readonly<Record<NoteMark, string>> = {
  pin: 'Pin',
  callout: 'Text with an arrow',
  cloud: 'Cloud',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  arrow: 'Arrow',
  polyline: 'Polyline',
  freehand: 'Freehand',
};

export const disciplineTitles: Readonly<Record<NoteDiscipline, string>> = {
  general: 'General',
  building: 'Building',
  power: 'Power',
  cooling: 'Cooling',
  cabinets: 'Cabinets',
  pathways: 'Pathways',
  cabling: 'Cabling',
};

const framedNouns: Readonly<Record<FramedThings['kind'], string>> = { cabinet: 'cabinet', obstacle: 'obstacle', segment: 'tray' };

/** `8 cabinets` */
export function framedText({ kind, ids }: FramedThings): string {
  return countText(ids.length, framedNouns[kind]);
}
