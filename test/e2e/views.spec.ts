/** Saved views: saved, shown again, renamed, deleted, taken back. */
import { expect, test } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { command } from './support/sceneSteps.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('saves a view with its layers, comes back to it by the panel and the palette, renames and deletes it', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const cables = page.getByRole('switch', { name: 'Cables', exact: true });
  await cables.click();
  await command(planner, 'Save this view');
  const views = page.getByRole('region', { name: 'Views' });
  // What is typed next is its name, and no shortcuts of tools; Escape leaves the name it has.
  await expect(views.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('North row');
  await page.keyboard.press('Escape');
  await expect(views.getByRole('button', { name: 'View 1', exact: true })).toBeVisible();
  await expect(views.getByRole('textbox', { name: 'Name' })).toHaveCount(0);
  await cables.click();
  await expect(cables).toHaveAttribute('aria-checked', 'true');
  await views.getByRole('button', { name: 'View 1', exact: true }).click();
  await expect(cables).toHaveAttribute('aria-checked', 'false');
  await views.getByRole('button', { name: 'Rename View 1' }).click();
  await views.getByRole('textbox', { name: 'Name' }).fill('Floor only');
  await views.getByRole('textbox', { name: 'Name' }).press('Enter');
  await expect(views.getByRole('button', { name: 'Floor only', exact: true })).toBeVisible();
  await expectClean(page, 'light');
  await cables.click();
  await command(planner, 'Show view Floor only');
  await expect(cables).toHaveAttribute('aria-checked', 'false');
  await views.getByRole('button', { name: 'Delete Floor only' }).click();
  await expect(views.getByRole('button', { name: 'Floor only', exact: true })).toHaveCount(0);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(views.getByRole('button', { name: 'Floor only', exact: true })).toBeVisible();
});

test('a view brings back what it isolates and how it draws cables', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const cables = page.getByRole('combobox', { name: 'Cables', exact: true });
  await command(planner, 'Draw cables by loom');
  await expect(cables).toHaveValue('By loom');
  await planner.find('B04');
  await planner.drawing.focus();
  await page.keyboard.press('i');
  await expect(planner.status).toContainText('isolated');
  await command(planner, 'Save this view');
  await page.keyboard.press('Enter');
  await command(planner, 'End isolation');
  await command(planner, 'Draw cables by tier');
  await planner.drawing.focus();
  await page.keyboard.press('Control+a');
  await expect(planner.status).toContainText('8 selected');

  await page.getByRole('region', { name: 'Views' }).getByRole('button', { name: 'View 1', exact: true }).click();
  await expect(cables).toHaveValue('By loom');
  await expect(planner.status).toContainText('isolated');
  // Alone in the hand too.
  await planner.drawing.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('Cabinet B04');
});

test('the minimap moves the view by press, drag and key, and is there again the next time', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('one-megawatt-hall');
  await planner.drawing.focus();
  await page.keyboard.press('Shift+O');
  const map = page.getByRole('application', { name: 'Minimap' });
  const frame = map.locator('[data-view]');
  const middle = async (): Promise<{ readonly x: number; readonly y: number; readonly width: number }> => {
    const { x, y, width, height } = (await frame.boundingBox())!;
    return { x: x + width / 2, y: y + height / 2, width };
  };
  await expect(map.locator('canvas')).toHaveCSS('width', /^\d{3}px$/);
  // Laid out with its border alone at first.
  await expect.poll(async () => (await middle()).width).toBeGreaterThan(40);
  const { width: whole } = await middle();
  await page.keyboard.press('Shift+0');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(async () => (await middle()).width).toBeLessThan(whole / 2);
  const bounds = (await map.boundingBox())!;
  const [left, right, y] = [bounds.x + bounds.width * 0.25, bounds.x + bounds.width * 0.7, bounds.y + bounds.height / 2];
  await page.mouse.move(left, y);
  await page.mouse.down();
  await expect.poll(async () => Math.abs((await middle()).x - left)).toBeLessThan(1);
  await page.mouse.move(right, y, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => Math.abs((await middle()).x - right)).toBeLessThan(1);
  await map.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await middle()).x).toBeLessThan(right - 1);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await middle()).width).toBeCloseTo(whole, 0);
  await page.reload();
  await expect(map).toBeVisible();
  await planner.drawing.focus();
  await page.keyboard.press('Shift+O');
  await expect(map).toHaveCount(0);

  // By the switch beside the zoom, too, which tells how it stands.
  const toggle = page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Minimap' });
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await toggle.focus();
  await expect(page.getByRole('tooltip', { name: 'Minimap (Shift+O)' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(map).toBeVisible();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expectClean(page, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'dark');
  await toggle.click();
  await expect(map).toHaveCount(0);
});
