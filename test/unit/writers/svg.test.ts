import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { writeSvg } from '../../../shared/writers/svg.ts';
import { bareSheet, FONTS, HOSTILE_TEXTS, sheetsOf, textMark } from '../../support/sheetFiles.ts';
import { smallHall } from '../../support/sheetPlans.ts';

/** Throws on whatever is not well-formed. */
function parse(text: string): Element {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(text, 'image/svg+xml').documentElement!;
}

function all(root: Element, name: string): Element[] {
  return Array.from(root.getElementsByTagName(name));
}

describe('SVG', () => {
  const [plan] = sheetsOf(smallHall(), 'A3', 'plan');
  const { text, notes } = writeSvg(plan!, FONTS);
  const root = parse(text);

  it('is as large as the paper, in millimetres', () => {
    expect(root.getAttribute('width')).toBe('420mm');
    expect(root.getAttribute('height')).toBe('297mm');
    expect(root.getAttribute('viewBox')).toBe('0 0 420 297');
  });

  it('leaves the weight of a text to its attribute, which a rule for texts would outweigh', () => {
    expect(all(root, 'text').some((element) => element.getAttribute('font-weight') === '600')).toBe(true);
    expect(all(root, 'style')[0]?.textContent).not.toMatch(/text[^{}]*\{[^}]*font-weight/);
  });

  it('keeps text as text, and the things of the plan by id', () => {
    const texts = all(root, 'text').map((element) => element.textContent);
    for (const word of ['COLD AISLE', 'A01', 'Halden 1', '1:50']) expect(texts).toContain(word);
    expect(all(root, 'use').map((element) => element.getAttribute('data-id'))).toContain('B08');
  });

  it('groups marks by layer and draws cabinets as uses of one symbol', () => {
    const layers = new Set(all(root, 'g').map((element) => element.getAttribute('data-layer')));
    for (const layer of ['A-WALL', 'T-EQPM', 'T-CABT-2500', 'A-ANNO-DIMS', 'A-ANNO-TTLB']) expect(layers).toContain(layer);
    const uses = all(root, 'use');
    expect(uses).toHaveLength(16);
    const ids = new Set(all(root, 'g').map((element) => element.getAttribute('id')));
    for (const use of uses) expect(ids).toContain(use.getAttribute('href')!.slice(1));
  });

  it('embeds the weights of the font that it uses', () => {
    expect(text.match(/@font-face/g)).toHaveLength(2);
    expect(notes).toEqual([]);
  });

  it('says so when the font is not embedded', () => {
    const without = writeSvg(plan!, null);
    expect(without.text).not.toContain('@font-face');
    expect(without.notes.map(({ message }) => message)).toEqual([expect.stringContaining('not embedded')]);
  });

  it.each(HOSTILE_TEXTS)('holds the text %j', (hostile) => {
    const svg = writeSvg(bareSheet([textMark(hostile)], { title: hostile }), null).text;
    const [shown] = all(parse(svg), 'text');
    const wellFormed = hostile.replace(/\n/g, ' ').replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
    expect(shown!.textContent).toBe(wellFormed);
  });

  it('notes the characters that the font lacks', () => {
    const messages = writeSvg(bareSheet([textMark('rack 😀')]), FONTS).notes.map(({ message }) => message);
    expect(messages).toEqual([expect.stringContaining('U+1F600')]);
  });

  it('turns an arc clockwise from its first angle to its last', () => {
    const sheet = bareSheet([{ mark: 'arc', centre: { x: 10, y: 10 }, radius: 5, fromDeg: 0, toDeg: 90, style: 0 }]);
    expect(writeSvg(sheet, null).text).toContain('d="M15 10A5 5 0 0 1 10 15"');
  });
});
