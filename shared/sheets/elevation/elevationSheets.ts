/** Elevations: every row of cabinets from the front and from the rear. */
import { CHECK_BAR_MM, drawCheckBar, drawScaleBar } from '../bars.ts';
import type { Units } from '../../quantities.ts';
import type { Sheet } from '../drawing.ts';
import { drawFrame, drawingZones } from '../frame.ts';
import { drawLegend, type LegendEntry } from '../legend.ts';
import type { Pen, Rectangle } from '../pen.ts';
import type { CabinetRow } from '../rows.ts';
import { compareNames } from '../../plan/compareNames.ts';
import { makeSheet, type SheetContext, type SheetPart } from '../sheetContext.ts';
import type { SurveyedCabinet } from '../../survey/types.ts';
import { cabinetFacts } from './cabinetFacts.ts';
import { drawCabinetView, type CabinetViewing } from './cabinetView.ts';
import { cabinetOffsets, FRONT_CAPTION_MM, HEADING_MM, layOutRow, REAR_CAPTION_MM, type ElevationLayout } from './elevationLayout.ts';
import { usedCages } from './usedCages.ts';

const NAME_MM = 2.7;
const FACT_MM = 1.9;

interface ElevationSheet {
  readonly title: string;
  readonly layout: ElevationLayout;
  readonly cabinets: readonly SurveyedCabinet[];
}

export function elevationsPart(context: SheetContext): SheetPart {
  const { derived, paper, rows } = context;
  const { drawing } = drawingZones(paper);
  const plans = elevatedRows(rows).flatMap(({ title, cabinets }): ElevationSheet[] => {
    const layout = layOutRow(cabinets, drawing, derived.plan.settings.units);
    return layout.sheets.map((shown, i) => ({
      title: layout.sheets.length === 1 ? title : `${title}, part ${i + 1} of ${layout.sheets.length}`,
      layout,
      cabinets: shown,
    }));
  });
  return {
    kind: 'elevations',
    count: plans.length,
    *sheets(first, total): Generator<Sheet> {
      const used = usedCages(derived);
      for (const [i, { title, layout, cabinets }] of plans.entries()) {
        const head = { id: `elevation-${i + 1}`, title, paper, scale: layout.scale, number: first + i, count: total };
        yield makeSheet(context, head, (pen, facts) => {
          drawViews(pen, { derived, used, scale: layout.scale }, layout.arrangement, cabinets, drawing);
          const { notes } = drawFrame(pen, facts);
          drawNotes(pen, notes, layout.scale, derived.plan.settings.units);
        });
      }
    },
  };
}

/** Named rows as they are; cabinets that stand alone together, by hall. */
function elevatedRows(rows: readonly CabinetRow[]): { title: string; cabinets: readonly SurveyedCabinet[] }[] {
  const named = rows.filter((row) => row.isNamedRow).map((row) => ({ title: `Elevations, row ${row.name}`, cabinets: row.cabinets }));
  const alone = rows.filter((row) => !row.isNamedRow);
  const halls = [...new Set(alone.map((row) => row.hall))];
  const others = halls.map((hall) => ({
    title: 'Elevations, single cabinets',
    cabinets: alone
      .filter((row) => row.hall === hall)
      .flatMap((row) => row.cabinets)
      .sort((a, b) => compareNames(a.cabinet.name, b.cabinet.name)),
  }));
  return [...named, ...others];
}

function drawViews(
  pen: Pen,
  viewing: Omit<CabinetViewing, 'side'>,
  arrangement: ElevationLayout['arrangement'],
  cabinets: readonly SurveyedCabinet[],
  zone: Rectangle,
): void {
  const { scale } = viewing;
  const picture = Math.max(...cabinets.map(({ model }) => model.heightMm)) / scale;
  const front = { ...viewing, side: 'front' } as const;
  const rear = { ...viewing, side: 'rear' } as const;
  // Who walks round to the rear meets the cabinets in the other order.
  const turned = [...cabinets].reverse();
  if (arrangement === 'rear below front') {
    const freeMm = zone.heightMm - 2 * (picture + HEADING_MM) - FRONT_CAPTION_MM - REAR_CAPTION_MM;
    const top = zone.y + freeMm / 3;
    drawView(pen, front, cabinets, { ...zone, y: top }, picture);
    drawView(pen, rear, turned, { ...zone, y: top + HEADING_MM + picture + FRONT_CAPTION_MM + freeMm / 3 }, picture);
    return;
  }
  const half = { ...zone, y: zone.y + (zone.heightMm - HEADING_MM - picture - FRONT_CAPTION_MM) / 2, widthMm: zone.widthMm / 2 };
  drawView(pen, front, cabinets, half, picture);
  drawView(pen, rear, turned, { ...half, x: zone.x + half.widthMm }, picture);
}

/** Heading, cabinets on the floor line, captions under it. */
function drawView(pen: Pen, viewing: CabinetViewing, cabinets: readonly SurveyedCabinet[], place: Rectangle, picture: number): void {
  const { scale, side, derived } = viewing;
  const { offsetsMm, widthMm } = cabinetOffsets(cabinets, scale);
  const left = place.x + (place.widthMm - widthMm) / 2;
  const floorY = place.y + HEADING_MM + picture;
  pen.text(side === 'front' ? 'Front' : 'Rear', left, place.y + HEADING_MM - 2.6, 3.2, 'symbolText', { weight: 'semibold' });
  cabinets.forEach((surveyed, i) => {
    const { cabinet, model } = surveyed;
    const x = left + offsetsMm[i]!;
    const roomMm = model.widthMm / scale - 1;
    drawCabinetView(pen, viewing, surveyed, x, floorY);
    const middle = x + model.widthMm / scale / 2;
    pen.text(cabinet.name, middle, floorY + 3.8, NAME_MM, 'cabinetText', {
      anchor: 'middle',
      weight: 'semibold',
      maxWidthMm: roomMm,
      owner: cabinet.id,
    });
    if (side === 'rear') return;
    cabinetFacts(derived, surveyed).forEach((fact, line) => {
      pen.text(fact, middle, floorY + 6.8 + line * 2.7, FACT_MM, 'unitText', { anchor: 'middle', maxWidthMm: roomMm, owner: cabinet.id });
    });
  });
  pen.segment(left - 5, floorY, left + widthMm + 5, floorY, 'ground');
}

const LEGEND: readonly LegendEntry[] = [
  { text: 'device, its front towards you', sample: (pen, box) => pen.rectangle(box, 'deviceFront') },
  { text: 'device, its rear towards you', sample: (pen, box) => pen.rectangle(box, 'deviceRear') },
  {
    text: 'cage with a cable',
    sample: (pen, { x, y, heightMm }) => pen.rectangle({ x: x + 4, y: y + 0.4, widthMm: 2.6, heightMm: heightMm - 0.8 }, 'portUsed'),
  },
  {
    text: 'cage without',
    sample: (pen, { x, y, heightMm }) => pen.rectangle({ x: x + 4, y: y + 0.4, widthMm: 2.6, heightMm: heightMm - 0.8 }, 'port'),
  },
  {
    text: 'numbers: rack units, U1 at the bottom',
    sample: (pen, { x, y, heightMm }) => pen.text('12', x + 6.5, y + heightMm - 0.6, 1.7, 'unitText', { anchor: 'end' }),
  },
  { text: 'power: maximum of all devices; mass: equipment of rating', sample: () => undefined },
];

function drawNotes(pen: Pen, place: Rectangle, scale: number, units: Units): void {
  const barsX = place.x + place.widthMm - CHECK_BAR_MM - 8;
  drawLegend(pen, { ...place, widthMm: barsX - place.x - 2 }, LEGEND);
  const top = place.y + place.heightMm / 2 - 11;
  drawScaleBar(pen, barsX, top + 7, scale, CHECK_BAR_MM, units);
  drawCheckBar(pen, barsX, top + 16, units);
}
