/** Label sheets: a label for every plug of every cable, in the order of pulling, both ends beside each other. */
import { cableEnds } from '../takeoff/cableEnds.ts';
import { labelMaker } from '../takeoff/labels.ts';
import { NONE } from '../cabling/types.ts';
import type { Sheet } from './drawing.ts';
import { nominalLength } from './figures.ts';
import { drawTableFrame, tableZone } from './frame.ts';
import { portrait } from './papers.ts';
import { oneLine, type Pen, type Rectangle } from './pen.ts';
import { pullGroups } from './pullOrder.ts';
import { makeSheet, type SheetContext, type SheetPart } from './sheetContext.ts';
import { fitSize, textWidthMm } from './textMetrics.ts';

const LABEL = { widthMm: 46, heightMm: 12.7 } as const;
const HEADING_MM = 5;
const BOTTOM_MM = 3;
const PADDING_MM = 1.8;
const TEXT_MM = 2.9;
const LEAST_ONE_LINE_MM = 2.3;
const LEAST_TEXT_MM = 1.6;
const DETAIL_MM = 1.6;

interface Label {
  readonly text: string;
  readonly cable: string;
  readonly detail: string;
}

export function labelsPart(context: SheetContext): SheetPart {
  const { derived, rows } = context;
  const { cabling } = derived;
  const paper = portrait(context.paper);
  const zone = tableZone(paper);
  const across = Math.max(1, Math.floor(zone.widthMm / LABEL.widthMm));
  const down = Math.floor((zone.heightMm - HEADING_MM - BOTTOM_MM) / LABEL.heightMm);
  const order = pullGroups(derived, rows).flatMap((group) => group.cables);
  let labels = 0;
  for (const cable of order) {
    const { a, b } = cableEnds(cabling, cable);
    labels += a.length + b.length;
  }
  const count = Math.ceil(labels / (across * down));
  return {
    kind: 'labels',
    count,
    *sheets(first, total): Generator<Sheet> {
      const source = labelsInOrder(context, order);
      const left = zone.x + (zone.widthMm - across * LABEL.widthMm) / 2;
      for (let sheet = 0; sheet < count; sheet += 1) {
        const head = { id: `labels-${sheet + 1}`, title: 'Cable labels', paper, scale: null, number: first + sheet, count: total };
        yield makeSheet(context, head, (pen, facts) => {
          drawTableFrame(pen, facts);
          const size = `${LABEL.widthMm} × ${LABEL.heightMm} mm`;
          pen.text(`Labels ${size}, print at 100 %, cut along the dashes. This end / far end.`, left, zone.y + 2.6, 2.1, 'labelSoft', {
            maxWidthMm: zone.widthMm,
          });
          const top = zone.y + HEADING_MM;
          const shown = Math.min(across * down, labels - sheet * across * down);
          drawCuts(pen, left, top, across, Math.ceil(shown / across));
          for (let place = 0; place < shown; place += 1) {
            const next = source.next();
            if (next.done === true) throw new Error('Bug: fewer labels than were counted');
            const [column, row] = [place % across, Math.floor(place / across)];
            drawLabel(pen, { x: left + column * LABEL.widthMm, y: top + row * LABEL.heightMm, ...LABEL }, next.value);
          }
        });
      }
    },
  };
}

function* labelsInOrder({ derived }: SheetContext, order: readonly number[]): Generator<Label, undefined> {
  const { plan, survey, cabling } = derived;
  const maker = labelMaker(plan, survey, cabling);
  for (const cable of order) {
    const name = cabling.cableName(cable);
    const ordered = cabling.cables.orderedMm[cable]!;
    const length = ordered === NONE ? 'length ?' : nominalLength(ordered, plan.settings.units);
    for (const { text, end, leg } of maker.labelsOf(cable)) {
      yield { text: oneLine(text), cable: name, detail: `${leg === null ? `end ${end}` : `end ${end}, leg ${leg}`}  ${length}` };
    }
  }
  return undefined;
}

/** Lines to cut along, each once over the whole grid. */
function drawCuts(pen: Pen, left: number, top: number, across: number, down: number): void {
  const [right, bottom] = [left + across * LABEL.widthMm, top + down * LABEL.heightMm];
  for (let row = 0; row <= down; row += 1) pen.segment(left, top + row * LABEL.heightMm, right, top + row * LABEL.heightMm, 'labelEdge');
  for (let column = 0; column <= across; column += 1) {
    pen.segment(left + column * LABEL.widthMm, top, left + column * LABEL.widthMm, bottom, 'labelEdge');
  }
}

/** The two ends on one line where they can be read so, else one below the other; under them cable, end and length. */
function drawLabel(pen: Pen, box: Rectangle, { text, cable, detail }: Label): void {
  const roomMm = box.widthMm - 2 * PADDING_MM;
  const left = box.x + PADDING_MM;
  const size = fitSize(text, TEXT_MM, LEAST_ONE_LINE_MM, 'semibold', roomMm);
  const slash = text.indexOf('/');
  if (textWidthMm(text, size, 'semibold') <= roomMm || slash < 0) {
    pen.text(text, left, box.y + 5.4, fitSize(text, size, LEAST_TEXT_MM, 'semibold', roomMm), 'labelText', {
      weight: 'semibold',
      maxWidthMm: roomMm,
    });
  } else {
    const lines = [text.slice(0, slash + 1), text.slice(slash + 1)];
    const both = Math.min(...lines.map((line) => fitSize(line, LEAST_ONE_LINE_MM, LEAST_TEXT_MM, 'semibold', roomMm)));
    lines.forEach((line, i) => {
      pen.text(line, left, box.y + 3.6 + i * 3, both, 'labelText', { weight: 'semibold', maxWidthMm: roomMm });
    });
  }
  pen.text(cable, left, box.y + 8.9, DETAIL_MM, 'labelSoft', { maxWidthMm: roomMm });
  pen.text(detail, left, box.y + 11.2, DETAIL_MM, 'labelSoft', { maxWidthMm: roomMm });
}
