/** Variants: forked, switched by mouse and by keyboard, saved with the plan, deleted and brought back. */
import { expect, test } from '@playwright/test';
import { bytesOf, PlannerPage } from './support/plannerPage.ts';
import { command } from './support/sceneSteps.ts';

test('a variant is forked, changed, left and taken up again, and stays in the file', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const first = await planner.required();

  // By keyboard alone: the fork is what one goes on in.
  await command(planner, 'Variants…');
  const dialog = page.getByRole('dialog', { name: 'Variants' });
  await expect(dialog.getByLabel('Fork the plan as')).toBeFocused();
  await page.keyboard.type('main');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('there is a variant Main already; choose another name');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Wider');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(planner.status).toContainText('You work on Wider now; Main waits as it was');

  await planner.find('A01');
  await planner.drawing.focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowUp');
  await expect.poll(() => planner.required()).not.toBe(first);
  const second = await planner.required();

  // By mouse: back to the first, whose figures are as they were.
  await page.getByRole('button', { name: 'Variant: Wider' }).click();
  await page.getByRole('menuitemradio', { name: 'Main' }).click();
  await expect(page.getByRole('button', { name: 'Variant: Main' })).toBeVisible();
  await expect.poll(() => planner.required()).toBe(first);

  // A file holds both, and opens with the one that was worked on.
  const file = (await bytesOf(await planner.save())).toString();
  await planner.openText('both.raceway', file);
  await expect(planner.status).toContainText('links on');
  await command(planner, 'Next variant');
  await expect(page.getByRole('button', { name: 'Variant: Wider' })).toBeVisible();
  await expect.poll(() => planner.required()).toBe(second);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Switch to Wider');
  await expect.poll(() => planner.required()).toBe(first);

  // Renamed and deleted in the dialog; undo brings the deleted one back.
  await command(planner, 'Variants…');
  const waiting = dialog.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Work on Wider' }) });
  await waiting.getByLabel('Name').fill('Widest');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete Widest' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(planner.status).toContainText('Deleted the variant Widest; undo brings it back');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Variant: Main' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Widest' })).toBeVisible();
});
