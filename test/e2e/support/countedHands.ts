/** Mouse and keyboard of a person whose actions are counted: each click, each drag, each file chosen, each run of typed keys is one. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { PlannerPage } from './plannerPage.ts';

interface Place {
  readonly xMm: number;
  readonly yMm: number;
}

export class CountedHands {
  readonly done: string[] = [];
  readonly #planner: PlannerPage;
  readonly #page: Page;
  /** From millimetres of the hall to pixels of the page, as read off the status bar. */
  #view = { left: 0, top: 0, pxPerMm: 1 };

  constructor(planner: PlannerPage) {
    this.#planner = planner;
    this.#page = planner.page;
  }

  async click(what: string, target: Locator): Promise<void> {
    await target.click();
    this.done.push(`click ${what}`);
  }

  async clickAt(what: string, place: Place): Promise<void> {
    const { x, y } = this.#px(place);
    await this.#page.mouse.move(x, y);
    await this.#page.mouse.click(x, y);
    this.done.push(`click ${what}`);
  }

  /** A press, a move and a release; keys pressed while the button is held are a run of their own. */
  async drag(what: string, from: Place, to: Place, ...keys: readonly string[]): Promise<void> {
    const [start, end] = [this.#px(from), this.#px(to)];
    const { mouse, keyboard } = this.#page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await mouse.move(end.x, end.y);
    for (const key of keys) await keyboard.press(key);
    await mouse.up();
    this.done.push(`drag ${what}`);
    if (keys.length > 0) this.done.push(`type ${keys.join(' ')}`);
  }

  /** One run of keys: names of keys in angle brackets, all else as it is written. */
  async type(what: string, ...run: readonly string[]): Promise<void> {
    for (const part of run) {
      const key = /^<(.+)>$/.exec(part)?.[1];
      if (key === undefined) await this.#page.keyboard.type(part);
      else await this.#page.keyboard.press(key);
    }
    this.done.push(`type ${what}`);
  }

  /** A command by its name from the palette, in one run of keys. */
  async command(name: string, ...after: readonly string[]): Promise<void> {
    await this.#page.keyboard.press('Control+k');
    await this.#page.keyboard.type(name);
    await expect(this.#page.getByRole('option').first()).toContainText(new RegExp(name, 'i'));
    await this.#page.keyboard.press('Enter');
    for (const part of after) await this.#page.keyboard.press(part);
    this.done.push(`type ${name}`);
  }

  /** Looks where the pointer is: moving it presses nothing. */
  async look(): Promise<void> {
    const { x, y } = await this.#planner.middle();
    const there = await this.#readAt(x - 200, y - 150);
    const here = await this.#readAt(x + 200, y + 150);
    const pxPerMm = 400 / (here.xMm - there.xMm);
    this.#view = { pxPerMm, left: x - 200 - there.xMm * pxPerMm, top: y - 150 - there.yMm * pxPerMm };
  }

  async #readAt(x: number, y: number): Promise<Place> {
    await this.#page.mouse.move(x - 1, y);
    const figures = this.#planner.status.locator('b');
    const before = await figures.first().textContent();
    await this.#page.mouse.move(x, y);
    await expect(figures.first()).not.toHaveText(before ?? '');
    const [xMm, yMm] = (await figures.allTextContents()).slice(0, 2).map((text) => Number(text.replace(/[^\d−-]/g, '').replace('−', '-')));
    return { xMm: xMm!, yMm: yMm! };
  }

  #px({ xMm, yMm }: Place): { readonly x: number; readonly y: number } {
    const { left, top, pxPerMm } = this.#view;
    return { x: left + xMm * pxPerMm, y: top + yMm * pxPerMm };
  }
}
