/** Border and zones of a sheet: where the drawing goes, where legend and title block go. */
import type { Paper } from './drawing.ts';
import type { Pen, Rectangle } from './pen.ts';
import type { SheetFacts } from './titleBlock.ts';
import { drawTitleBlock, drawTitleStrip } from './titleBlock.ts';

const MARGIN_MM = 10;
const DRAWING_STRIP_MM = 39;
const TABLE_STRIP_MM = 18;
const TITLE_BLOCK_MM = 165;
/** Narrower sheets put the legend above the title block instead of beside it. */
const SIDE_BY_SIDE_MM = 360;

/** On these the legend has one column, which has to be longer. */
const NARROW_MM = 230;

export interface DrawingZones {
  readonly drawing: Rectangle;
  /** For legend, bars and north arrow. */
  readonly notes: Rectangle;
  readonly titleBlock: Rectangle;
}

/** Inside of the border. */
function bordered(paper: Paper): Rectangle {
  return { x: MARGIN_MM, y: MARGIN_MM, widthMm: paper.widthMm - 2 * MARGIN_MM, heightMm: paper.heightMm - 2 * MARGIN_MM };
}

export function drawingZones(paper: Paper): DrawingZones {
  const { x, y, widthMm, heightMm } = bordered(paper);
  const bottom = y + heightMm;
  if (widthMm >= SIDE_BY_SIDE_MM) {
    const top = bottom - DRAWING_STRIP_MM;
    return {
      drawing: { x, y, widthMm, heightMm: heightMm - DRAWING_STRIP_MM },
      notes: { x, y: top, widthMm: widthMm - TITLE_BLOCK_MM, heightMm: DRAWING_STRIP_MM },
      titleBlock: { x: x + widthMm - TITLE_BLOCK_MM, y: top, widthMm: TITLE_BLOCK_MM, heightMm: DRAWING_STRIP_MM },
    };
  }
  const titleMm = 27;
  const notesMm = widthMm < NARROW_MM ? 45 : 31;
  return {
    drawing: { x, y, widthMm, heightMm: heightMm - titleMm - notesMm },
    notes: { x, y: bottom - titleMm - notesMm, widthMm, heightMm: notesMm },
    titleBlock: { x, y: bottom - titleMm, widthMm, heightMm: titleMm },
  };
}

/** Draws border, zone lines and title block of a drawing. */
export function drawFrame(pen: Pen, facts: SheetFacts): DrawingZones {
  const zones = drawingZones(facts.paper);
  const { notes, titleBlock } = zones;
  drawTitleBlock(pen, titleBlock, facts);
  pen.segment(notes.x, notes.y, MARGIN_MM + bordered(facts.paper).widthMm, notes.y, 'frameLine');
  if (titleBlock.y === notes.y) pen.segment(titleBlock.x, titleBlock.y, titleBlock.x, titleBlock.y + titleBlock.heightMm, 'frameLine');
  else pen.segment(titleBlock.x, titleBlock.y, titleBlock.x + titleBlock.widthMm, titleBlock.y, 'frameLine');
  pen.rectangle(bordered(facts.paper), 'frame');
  return zones;
}

/** Where rows of a table or labels go, above the low title block. */
export function tableZone(paper: Paper): Rectangle {
  const inside = bordered(paper);
  return { ...inside, heightMm: inside.heightMm - TABLE_STRIP_MM };
}

/** Draws the low title block of tables and labels, under a line; no border, since tables have their own rules. */
export function drawTableFrame(pen: Pen, facts: SheetFacts): Rectangle {
  const zone = tableZone(facts.paper);
  const strip = { x: zone.x, y: zone.y + zone.heightMm, widthMm: zone.widthMm, heightMm: TABLE_STRIP_MM };
  drawTitleStrip(pen, strip, facts);
  pen.rectangle(strip, 'frameLine');
  return zone;
}
