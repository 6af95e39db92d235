/** The tables of a narrow window: every tab can be seen and reached, and no column is cut without its text at hand. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

const TABS = ['Cables', 'Looms', 'BOM', 'Hours', 'Findings', 'Notes', 'Compare'] as const;

test('brings the tab that is shown or focused into view, and the others by a button at the edge', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await planner.pick('A01');
  await expect(page.getByRole('button', { name: 'Through A01' })).toBeVisible();
  const tab = (name: (typeof TABS)[number]) => page.getByRole('tab', { name });
  const more = (side: 'before' | 'after') => page.locator(`[data-side="${side}"]`);

  await expect(tab('Cables')).toBeInViewport({ ratio: 1 });
  await expect(tab('Compare')).not.toBeInViewport({ ratio: 1 });
  await expect(more('before')).toHaveCount(0);
  await more('after').click();
  await expect(tab('Compare')).toBeInViewport({ ratio: 1 });
  await expect(more('after')).toHaveCount(0);
  await more('before').click();
  await expect(tab('Cables')).toBeInViewport({ ratio: 1 });

  // What stands beside the tabs is another for each of them.
  for (const name of TABS) {
    await tab(name).click();
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(tab(name)).toBeInViewport({ ratio: 1 });
  }

  await tab('Cables').click();
  await page.keyboard.press('End');
  await expect(tab('Compare')).toBeFocused();
  await expect(tab('Compare')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowLeft');
  await expect(tab('Notes')).toBeFocused();
  await expect(tab('Notes')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Home');
  await expect(tab('Cables')).toBeFocused();
  await expect(tab('Cables')).toBeInViewport({ ratio: 1 });
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
] as const)
  test(`shows every table without scrolling sideways, and what is cut in full at the pointer, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const planner = new PlannerPage(page);
    await planner.openSample('one-megawatt-hall');
    await planner.settled();
    for (const name of ['Cables', 'Looms', 'BOM', 'Findings', 'Notes'] as const) {
      await page.getByRole('tab', { name }).click();
      const grid = page.getByRole('grid');
      await expect(grid).toHaveAttribute('aria-label', name === 'BOM' ? 'Bill of materials' : name);
      await expect(grid.getByRole('row').nth(1)).toBeVisible();
      await expect.poll(() => grid.evaluate((element) => element.scrollWidth - element.clientWidth), name).toBe(0);
      const cutWithoutTitle = await grid.evaluate((element) =>
        [...element.querySelectorAll<HTMLElement>('[data-column]')]
          .filter((cell) => cell.scrollWidth > cell.clientWidth && cell.title === '' && cell.querySelector('[title]') === null)
          .map((cell) => cell.textContent),
      );
      expect(cutWithoutTitle, name).toEqual([]);
    }
    await page.getByRole('tab', { name: 'Hours' }).click();
    const hours = page.getByRole('region', { name: 'Hours by task' });
    await expect(hours.getByRole('columnheader', { name: 'Difference' })).toBeInViewport({ ratio: 1 });
  });
