/**
 * Small windows and large text: on every scene each control is in the window or can be scrolled into it, lies under nothing else,
 * and the page does not scroll sideways. 720 × 450 is what 1440 × 900 leaves at 200 % zoom.
 */
import { expect, test, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';
import { openScene, scenes } from './support/scenes.ts';

/** Controls that cannot be reached, by name and reason. */
function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const within = (element: Element, selector: string): boolean => element.closest(selector) !== null;
    const popup = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')].filter(
      (one) => one.getClientRects().length > 0,
    );
    const top = popup.at(-1) ?? document.body;
    const hidden = (element: Element): Element[] => {
      const found: Element[] = [];
      for (let one = element.parentElement; one !== null; one = one.parentElement)
        if (/hidden|clip/.test(getComputedStyle(one).overflow.split(' ').join())) found.push(one);
      return found;
    };
    const faults: string[] = [];
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) faults.push(`the page is ${wide} px too wide`);
    for (const control of top.querySelectorAll<HTMLElement>('button, a[href], input, select, [role="tab"], [role="separator"]')) {
      const style = getComputedStyle(control);
      const isSeen = control.getClientRects().length > 0 && style.visibility !== 'hidden' && style.opacity !== '0' && !control.hidden;
      if (!isSeen || style.pointerEvents === 'none' || within(control, '[aria-hidden="true"]')) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? control.id;
      const before = hidden(control).map((one) => [one, one.scrollTop, one.scrollLeft] as const);
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const moved = before.some(([one, y, x]) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        return (/hidden|clip/.test(overflowY) && one.scrollTop !== y) || (/hidden|clip/.test(overflowX) && one.scrollLeft !== x);
      });
      const box = control.getBoundingClientRect();
      const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      if (moved) faults.push(`${name}: cut off by what holds it`);
      else if (at.x < 0 || at.y < 0 || at.x > window.innerWidth || at.y > window.innerHeight) faults.push(`${name}: outside the window`);
      else {
        const hit = document.elementFromPoint(at.x, at.y);
        const isOver = hit !== null && within(hit, '[data-place="over"]') && !within(control, '[data-place="over"]');
        const label = control instanceof HTMLInputElement ? control.labels?.[0] : null;
        const isOwn = hit !== null && (control.contains(hit) || hit.contains(control) || label?.contains(hit) === true);
        if (!isOver && !isOwn) faults.push(`${name}: under ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`);
      }
    }
    return faults;
  });
}

for (const scene of scenes) {
  test(`${scene.name} fits 1024 × 768, 200 % zoom and 200 % text`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await openScene(new PlannerPage(page), scene);
    expect(await unreachable(page), '1024 × 768').toEqual([]);
    await page.setViewportSize({ width: 720, height: 450 });
    expect(await unreachable(page), '720 × 450').toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expect.poll(() => unreachable(page), '200 % text').toEqual([]);
  });
}
