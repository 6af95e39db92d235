/** The legend in rooms that hold all of it, the first lines of its entries, or not even those. */
import { describe, expect, it } from 'vitest';
import { drawLegend, type LegendEntry } from '../../../shared/sheets/legend.ts';
import { Pen } from '../../../shared/sheets/pen.ts';
import { styleTable } from '../../../shared/sheets/styles.ts';

const ENTRIES: readonly LegendEntry[] = ['first', 'second', 'third', 'fourth'].map((name) => ({
  text: `${name} entry`,
  more: [`${name} goes on`, `${name} ends`],
  sample: (pen, { x, y }) =>
    pen.line(
      [
        { x, y },
        { x: x + 1, y },
      ],
      'note',
      name,
    ),
}));

/** Texts of a legend of one column with room for so many rows, and the names of its samples. */
function drawn(rows: number): { texts: string[]; samples: string[] } {
  const pen = new Pen(styleTable([], []));
  drawLegend(pen, { x: 0, y: 0, widthMm: 40, heightMm: 4 + rows * 4.5 + 0.1 }, ENTRIES);
  return {
    texts: pen.marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : [])),
    samples: pen.marks.flatMap((mark) => (mark.mark === 'text' ? [] : [mark.owner ?? ''])),
  };
}

describe('the legend', () => {
  it('says every line where there is room', () => {
    expect(drawn(12).texts).toEqual(ENTRIES.flatMap(({ text, more = [] }) => [text, ...more]));
  });

  it('shortens the longest entries until every one is named', () => {
    expect(drawn(8).texts).toEqual(ENTRIES.flatMap(({ text, more = [] }) => [text, `${more[0]} …`]));
    expect(drawn(4).texts).toEqual(ENTRIES.map(({ text }) => `${text} …`));
    expect(drawn(4).samples).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('counts the entries that find no room, not their lines', () => {
    expect(drawn(3).texts).toEqual(['and 1 more', ...ENTRIES.slice(0, 3).map(({ text }) => `${text} …`)]);
  });
});
