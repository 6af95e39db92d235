/** Notes and markups: written by mouse and by keys, followed, resolved, listed, found and taken back. */
import { expect, test } from '@playwright/test';
import { expectClean } from './support/axe.ts';
import { PlannerPage } from './support/plannerPage.ts';
import { choose, command, table } from './support/sceneSteps.ts';

test('writes notes by mouse and by keys, resolves and lists them, and leads from the table to the plan', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const text = planner.inspector.getByLabel('Text', { exact: true });
  await planner.drawing.focus();
  await page.keyboard.press('a');
  await choose(planner, 'Mark', 'Cloud');
  await choose(planner, 'Discipline', 'Pathways');
  const { x, y } = await planner.middle();
  await page.mouse.move(x - 200, y - 160);
  await page.mouse.down();
  await page.mouse.move(x - 90, y - 90, { steps: 3 });
  await page.mouse.up();
  await expect(text).toBeFocused();
  await page.keyboard.type('Raise the tray');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('- over the door');
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue('Raise the tray\n- over the door');
  await page.keyboard.type(' of the dock');
  await page.keyboard.press('Escape');
  await expect(text).toHaveValue('Raise the tray\n- over the door');

  // Without the mouse: about what is selected.
  await planner.drawing.focus();
  await page.keyboard.press('v');
  await planner.find('A03');
  await page.keyboard.press('Alt+a');
  await expect(planner.inspector).toContainText('Pin, follows cabinet A03');
  await expect(text).toBeFocused();
  await page.keyboard.type('Turn this one');
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('heading', { name: 'Note 2' })).toBeVisible();

  await table(planner, 'Notes');
  const notes = page.getByRole('grid', { name: 'Notes' });
  await expect(notes.getByRole('row', { name: /Raise the tray - over the door/ })).toHaveCount(1);
  await expect(notes.getByRole('row', { name: /Turn this one/ })).toContainText('cabinet A03');
  await expectClean(page, 'light');
  await notes.getByRole('row', { name: /Raise the tray/ }).click();
  await expect(planner.inspector).toContainText('Cloud, on the floor');
  await choose(planner, 'State', 'Resolved');
  await page.getByRole('button', { name: 'Open 1' }).click();
  await expect(notes.getByRole('row', { name: /Raise the tray/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Resolved 1' }).click();
  await expect(notes.getByRole('row', { name: /Raise the tray/ })).toHaveCount(1);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'dark');

  await command(planner, 'Turn this one');
  await expect(planner.inspector.getByRole('heading', { name: 'Note 2' })).toBeVisible();
  await planner.drawing.focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: /^Notes/ })).toContainText('1');
});
