/** Names of the marks and disciplines of notes. */
import type { NoteDiscipline, NoteMark } from '../../shared/plan/notes.ts';

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
