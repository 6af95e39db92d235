/**
 * Sheets laid out for print: each in its true size on a page of its own, hidden on the screen. They are drawn by the writer that
 * exports them, each in a shadow of its own, so that neither the planner's styles nor another sheet's reach it.
 */
import { must } from '../../shared/assert.ts';
import styles from './sheetPages.module.css';

export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface SheetPages {
  /** Paper of the first sheet, which printers are told. */
  readonly paper: PaperSize;
  remove(): void;
}

/** `svgs`: at least one. */
export async function layOutSheets(svgs: readonly string[]): Promise<SheetPages> {
  await Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 10px Inter`)));
  const root = document.createElement('div');
  root.className = must(styles['pages'], 'the style of the pages');
  const sizes = svgs.map((svg) => append(root, svg));
  const rules = new CSSStyleSheet();
  rules.replaceSync([...new Map(sizes.map((size) => [nameOf(size), size])).values()].map(rulesFor).join('\n'));
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, rules];
  document.body.append(root);
  document.documentElement.toggleAttribute('data-printing', true);
  return {
    paper: must(sizes[0], 'a sheet to print'),
    remove() {
      root.remove();
      document.documentElement.toggleAttribute('data-printing', false);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
    },
  };
}

function append(root: HTMLElement, text: string): PaperSize {
  const { css, marks } = apart(text);
  const svg = new DOMParser().parseFromString(marks, 'image/svg+xml').documentElement;
  const size = { widthMm: millimetres(svg, 'width'), heightMm: millimetres(svg, 'height') };
  const page = document.createElement('div');
  page.className = nameOf(size);
  const shadow = page.attachShadow({ mode: 'open' });
  const rules = new CSSStyleSheet();
  rules.replaceSync(`svg{display:block}${css}`);
  shadow.adoptedStyleSheets = [rules];
  shadow.append(document.adoptNode(svg));
  root.append(page);
  return size;
}

/** The writer's one style sheet apart from the rest: as an element the policy of the page would refuse it, also one that is only parsed. */
function apart(svg: string): { readonly css: string; readonly marks: string } {
  const [start, end] = [svg.indexOf('<style>'), svg.indexOf('</style>')];
  if (start < 0 || end < start) throw new Error('Bug: a sheet without its style sheet');
  return { css: svg.slice(start + '<style>'.length, end), marks: svg.slice(0, start) + svg.slice(end + '</style>'.length) };
}

function millimetres(svg: Element, side: 'width' | 'height'): number {
  const match = /^([\d.]+)mm$/.exec(svg.getAttribute(side) ?? '');
  return Number(must(match?.[1], `a ${side} in millimetres`));
}

/** Also the name of the page's size. */
function nameOf({ widthMm, heightMm }: PaperSize): string {
  return `sheet-${widthMm}-${heightMm}`.replaceAll('.', '_');
}

function rulesFor(size: PaperSize): string {
  const name = nameOf(size);
  const [width, height] = [`${size.widthMm}mm`, `${size.heightMm}mm`];
  return [
    `@page ${name}{size:${width} ${height};margin:0}`,
    `.${name}{page:${name};width:${width};height:${height};overflow:hidden;break-after:page;break-inside:avoid}`,
  ].join('\n');
}
