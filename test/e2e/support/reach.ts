/** Whether every control can be reached in the window as it is. */
import type { Page } from '@playwright/test';

/**
 * Controls that cannot be reached, by name and reason: outside the window and not to be scrolled into it, or under something else; and a
 * page that scrolls sideways.
 */
export function unreachable(page: Page): Promise<string[]> {
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
