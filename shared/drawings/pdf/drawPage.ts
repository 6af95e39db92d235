/**
 * Draws a page of a PDF from its operators into lines, texts and pictures, in points from its upper left corner. Areas come as their
 * outlines, as those of a DXF do; white paints nothing.
 */
import { after, movedBy, shiftedBy, type Transform } from '../dxf/transform.ts';
import { clipArea, type PagePath } from './pageClip.ts';
import { decodedImage, maskImage } from './pageImage.ts';
import { PagePaper, type PageDrawing } from './pagePaper.ts';
import { pagePaths } from './pagePaths.ts';
import { freshState, inkOf, isColored, isSeen, numbersIn, TEXT_START, transformOf, type PageState } from './pageState.ts';
import { lookOfFont, shownText, type TextLook } from './pageText.ts';
import type { PdfLayers, PdfViewport } from './pdfLibrary.ts';

export interface PageContent {
  readonly viewport: PdfViewport;
  /** Operators by their names, with what they are given. */
  readonly operators: readonly { readonly name: string; readonly args: readonly unknown[] }[];
  /** Names of operators by their numbers. */
  readonly names: ReadonlyMap<number, string>;
  readonly layers: PdfLayers;
  /** Fonts and pictures by the names that operators use. */
  readonly objects: ReadonlyMap<string, unknown>;
}

export function drawPage(content: PageContent): PageDrawing {
  return new PageDrawer(content).draw();
}

const OWN_LAYER = 'page';
const UNIT_SQUARE = [0, 0, 1, 0, 1, 1, 0, 1];

interface Marked {
  readonly isVisible: boolean;
  readonly layer: string | null;
}

class PageDrawer {
  readonly #content: PageContent;
  readonly #paper: PagePaper;
  readonly #kept: PageState[] = [];
  readonly #marked: Marked[] = [];
  readonly #first: PageState;
  #state: PageState;
  #pendingClip: 'clip' | 'eoClip' | null = null;
  /** Groups within one that is a mask and no drawing. */
  #masks = 0;

  constructor(content: PageContent) {
    this.#content = content;
    const { width, height, transform } = content.viewport;
    this.#paper = new PagePaper(width, height);
    const down = transformOf(transform);
    const up: Transform = { ...down, b: -down.b, d: -down.d, f: height - down.f };
    this.#first = freshState(up, [clipArea([[0, 0, width, 0, width, height, 0, height]], false)]);
    this.#state = this.#first;
  }

  draw(): PageDrawing {
    for (const { name, args } of this.#content.operators) {
      if (this.#masks > 0) this.#masks += name === 'beginGroup' ? 1 : name === 'endGroup' ? -1 : 0;
      else if (!this.#setText(name, args)) this.#operator(name, args);
    }
    return this.#paper.finish();
  }

  #operator(name: string, args: readonly unknown[]): void {
    const [first] = args;
    switch (name) {
      case 'save':
        this.#kept.push(this.#state);
        return;
      case 'restore':
      case 'paintFormXObjectEnd':
      case 'endGroup':
      case 'endAnnotation':
        this.#state = this.#kept.pop() ?? this.#state;
        return;
      case 'transform':
        this.#into(transformOf(args));
        return;
      case 'paintFormXObjectBegin':
        this.#kept.push(this.#state);
        this.#into(transformOf(first));
        this.#clipBox(args[1]);
        return;
      case 'beginGroup':
        this.#beginGroup(first);
        return;
      case 'beginAnnotation':
        this.#kept.push(this.#state);
        this.#state = this.#first;
        this.#clipBox(args[1]);
        this.#into(after(transformOf(args[2]), transformOf(args[3])));
        return;
      case 'beginMarkedContent':
        this.#marked.push({ isVisible: true, layer: null });
        return;
      case 'beginMarkedContentProps':
        this.#marked.push(this.#markedBy(first, args[1]));
        return;
      case 'endMarkedContent':
        this.#marked.pop();
        return;
      case 'setStrokeRGBColor':
      case 'setStrokeColorN':
      case 'setStrokeTransparent':
        this.#state = { ...this.#state, stroke: { ...this.#state.stroke, isColored: !name.endsWith('Transparent') && isColored(first) } };
        return;
      case 'setFillRGBColor':
      case 'setFillColorN':
      case 'setFillTransparent':
        this.#state = { ...this.#state, fill: { ...this.#state.fill, isColored: !name.endsWith('Transparent') && isColored(first) } };
        return;
      case 'setGState':
        for (const [key, value] of Array.isArray(first) ? (first as [unknown, unknown][]) : []) this.#setting(key, value);
        return;
      case 'clip':
      case 'eoClip':
        this.#pendingClip = name;
        return;
      case 'constructPath':
        this.#path(this.#content.names.get(Number(first)) ?? '', Array.isArray(args[1]) ? (args[1][0] as unknown) : null);
        return;
      case 'shadingFill':
        if (this.#isVisible()) this.#paper.skip('shading');
        return;
      case 'showText':
        this.#showText(Array.isArray(first) ? first : []);
        return;
      default:
        this.#pictures(name, args);
    }
  }

  #pictures(name: string, args: readonly unknown[]): void {
    const [first, second] = args;
    const { objects } = this.#content;
    const isInked = isSeen(this.#state.fill);
    switch (name) {
      case 'paintImageXObject':
        this.#picture(decodedImage(objects.get(String(first))));
        return;
      case 'paintInlineImageXObject':
        this.#picture(decodedImage(first));
        return;
      case 'paintImageXObjectRepeat': {
        const image = decodedImage(objects.get(String(first)));
        const places = numbersIn(args[3]);
        for (let at = 0; at + 1 < places.length; at += 2)
          this.#picture(image, { a: Number(second), b: 0, c: 0, d: Number(args[2]), e: places[at]!, f: places[at + 1]! });
        return;
      }
      case 'paintInlineImageXObjectGroup':
        // Many small ones packed into one: each shows a part of it.
        this.#paper.skip('group of small pictures');
        return;
      case 'paintImageMaskXObject':
        if (isInked) this.#picture(maskImage(first, objects));
        return;
      case 'paintImageMaskXObjectGroup':
        for (const one of Array.isArray(first) ? (first as { transform: unknown }[]) : [])
          if (isInked) this.#picture(maskImage(one, objects), transformOf(one.transform));
        return;
      case 'paintImageMaskXObjectRepeat': {
        const image = maskImage(first, objects);
        const [a, b, c, d] = args.slice(1, 5).map((value) => Number(value ?? 0));
        const places = numbersIn(args[5]);
        for (let at = 0; isInked && at + 1 < places.length; at += 2)
          this.#picture(image, { a: a!, b: b!, c: c!, d: d!, e: places[at]!, f: places[at + 1]! });
        return;
      }
      case 'paintSolidColorImageMask':
        if (isInked) this.#fill([{ points: movedBy(this.#state.transform, UNIT_SQUARE), closed: true }], false);
    }
  }

  /** Whether the operator says how texts are set, which it then does. */
  #setText(name: string, args: readonly unknown[]): boolean {
    const value = Number(args[0]);
    switch (name) {
      case 'beginText':
        this.#state = { ...this.#state, textMatrix: null, textAt: TEXT_START };
        return true;
      case 'setTextMatrix':
        this.#state = { ...this.#state, textMatrix: transformOf(args.length === 1 ? args[0] : args), textAt: TEXT_START };
        return true;
      case 'setFont':
        return this.#look(lookOfFont(this.#content.objects.get(String(args[0])), Number(args[1])));
      case 'setCharSpacing':
        return this.#look({ charSpacing: value });
      case 'setWordSpacing':
        return this.#look({ wordSpacing: value });
      case 'setHScale':
        return this.#look({ stretch: value / 100 });
      case 'setLeading':
        return this.#look({ leading: -value });
      case 'setTextRise':
        return this.#look({ rise: value });
      case 'setTextRenderingMode':
        return this.#look({ mode: value });
      case 'moveText':
        return this.#moveText(value, Number(args[1]));
      case 'setLeadingMoveText':
        this.#look({ leading: Number(args[1]) });
        return this.#moveText(value, Number(args[1]));
      case 'nextLine':
        return this.#moveText(0, this.#state.text.leading);
      default:
        return false;
    }
  }

  #look(change: Partial<TextLook>): true {
    this.#state = { ...this.#state, text: { ...this.#state.text, ...change } };
    return true;
  }

  #moveText(dx: number, dy: number): true {
    const [x, y] = [this.#state.textAt.lineX + dx, this.#state.textAt.lineY + dy];
    this.#state = { ...this.#state, textAt: { x, y, lineX: x, lineY: y } };
    return true;
  }

  #showText(items: readonly unknown[]): void {
    const { text: look, textAt, textMatrix, transform, clips, fill, stroke } = this.#state;
    const shown = shownText(items, look);
    this.#state = { ...this.#state, textAt: { ...textAt, x: textAt.x + shown.advance } };
    const mode = look.mode & 3;
    const isInked = ((mode === 0 || mode === 2) && isSeen(fill)) || ((mode === 1 || mode === 2) && isSeen(stroke));
    if (!isInked || !this.#isVisible() || shown.text === '') return;
    if (look.isDrawn) {
      this.#paper.skip('text in glyphs that are drawings');
      return;
    }
    const own = textMatrix === null ? transform : after(transform, textMatrix);
    const at = after(own, shiftedBy(textAt.x, textAt.y + look.rise));
    const place = look.direction === 1 ? at : { ...at, a: -at.a, b: -at.b, c: -at.c, d: -at.d };
    this.#paper.text(this.#layer(), shown, look.size, place, clips);
  }

  #path(operator: string, packed: unknown): void {
    const data = packed instanceof Float32Array || Array.isArray(packed) ? (packed as ArrayLike<number>) : [];
    const paths = pagePaths(data, this.#state.transform);
    const evenOdd = /eo/i.test(operator);
    if (/close/i.test(operator) && paths.length > 0) paths.push({ ...paths.pop()!, closed: true });
    const isStroked = /stroke/i.test(operator) && isSeen(this.#state.stroke);
    const isFilled = /fill/i.test(operator) && isSeen(this.#state.fill);
    if (this.#isVisible()) {
      if (isFilled) this.#fill(paths, evenOdd);
      else if (isStroked) this.#paper.outline(this.#layer(), paths, this.#state.clips);
    }
    if (this.#pendingClip !== null) this.#clip(paths, this.#pendingClip === 'eoClip');
    this.#pendingClip = null;
  }

  /** The edge of the area, and where it is cut by what it is clipped to, the edge of the cut. */
  #fill(paths: readonly PagePath[], evenOdd: boolean): void {
    const { clips } = this.#state;
    const rings = paths.map(({ points }) => points).filter((points) => points.length > 4);
    this.#paper.outline(
      this.#layer(),
      paths.map((path) => ({ ...path, closed: path.points.length > 4 })),
      clips,
    );
    if (rings.length === 0) return;
    const own = clipArea(rings, evenOdd);
    for (const clip of clips) {
      if (clip === this.#first.clips[0]) continue;
      const others = [own, ...clips.filter((one) => one !== clip)];
      this.#paper.outline(
        this.#layer(),
        clip.rings.map((points) => ({ points, closed: true })),
        others,
      );
    }
  }

  #picture(image: ReturnType<typeof decodedImage>, within?: Transform): void {
    if (!this.#isVisible()) return;
    const { transform, clips } = this.#state;
    this.#paper.picture(this.#layer(), image, within === undefined ? transform : after(transform, within), clips);
  }

  #into(inner: Transform): void {
    this.#state = { ...this.#state, transform: after(this.#state.transform, inner) };
  }

  #clip(paths: readonly PagePath[], evenOdd: boolean): void {
    const rings = paths.map(({ points }) => points);
    this.#state = { ...this.#state, clips: [...this.#state.clips, clipArea(rings, evenOdd)] };
  }

  #clipBox(box: unknown): void {
    const [x1, y1, x2, y2] = numbersIn(box);
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return;
    this.#clip([{ points: movedBy(this.#state.transform, [x1, y1, x2, y1, x2, y2, x1, y2]), closed: true }], false);
  }

  /** The group's own matrix comes with the form in it. */
  #beginGroup(options: unknown): void {
    const group = typeof options === 'object' && options !== null ? (options as { smask?: unknown; matrix?: unknown; bbox?: unknown }) : {};
    if (group.smask !== null && group.smask !== undefined) {
      this.#masks = 1;
      return;
    }
    this.#kept.push(this.#state);
    const { transform } = this.#state;
    if (numbersIn(group.matrix).length === 6) this.#into(transformOf(group.matrix));
    this.#clipBox(group.bbox);
    this.#state = { ...this.#state, transform };
  }

  #setting(key: unknown, value: unknown): void {
    if (key === 'Font' && Array.isArray(value)) this.#setText('setFont', value);
    if (key === 'CA') this.#state = { ...this.#state, stroke: inkOf(this.#state.stroke, value) };
    if (key === 'ca') this.#state = { ...this.#state, fill: inkOf(this.#state.fill, value) };
  }

  #markedBy(tag: unknown, properties: unknown): Marked {
    if (tag !== 'OC') return { isVisible: true, layer: null };
    const id = typeof properties === 'object' && properties !== null && 'id' in properties ? properties.id : null;
    const layer = typeof id === 'string' ? (this.#content.layers.getGroup(id)?.name ?? null) : null;
    return { isVisible: this.#content.layers.isVisible(properties), layer: layer === '' ? null : layer };
  }

  #isVisible(): boolean {
    return this.#marked.every(({ isVisible }) => isVisible);
  }

  #layer(): string {
    return this.#marked.findLast(({ layer }) => layer !== null)?.layer ?? OWN_LAYER;
  }
}
