/** A marquee without a mouse, and what it caught taken by its kind. */
import { expect, test } from '@playwright/test';
import { expectNoPointer, tabTo, watchPointer } from './support/keysAlone.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('a marquee is drawn by keys alone, and what it caught is taken by its kind', async ({ page }) => {
  await watchPointer(page);
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const said = planner.status.getByRole('status');
  const press = async (key: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  await planner.drawing.focus();
  await page.keyboard.press('Shift+Space');
  await expect(said).toContainText('Enter sets the first corner');
  // From the middle of the hall to beyond the rows, and over both of them.
  await press('Shift+ArrowLeft', 4);
  await press('Shift+ArrowUp', 7);
  await page.keyboard.press('Enter');
  await press('Shift+ArrowRight', 8);
  await press('Shift+ArrowDown', 12);
  await expect(said).toContainText('8 enclosed');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('group', { name: 'Kinds in the marquee' });
  const heading = planner.inspector.getByRole('heading', { level: 2 });
  const cabinets = bar.getByRole('button', { name: '8 cabinets' });
  await expect(cabinets).toHaveAttribute('aria-pressed', 'true');
  await expect(heading).toContainText('8 cabinets');
  const trays = bar.getByRole('button', { name: '5 trays' });
  await tabTo(page, trays);
  await page.keyboard.press('Space');
  await expect(trays).toHaveAttribute('aria-pressed', 'true');
  await tabTo(page, cabinets, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(heading).toContainText('5 pathways');

  // What is given up takes nothing.
  await planner.drawing.focus();
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Enter');
  await press('Shift+ArrowRight', 2);
  await expect(said).toContainText('Enter takes them');
  await page.keyboard.press('Escape');
  await expect(heading).toContainText('5 pathways');
  await expectNoPointer(page);
});
