/** Files that are no plans: one clear dialog each, nothing opened. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

const folder = fileURLToPath(new URL('../plans/bad/', import.meta.url));

test('each bad file shows one dialog that says what is wrong and what would be right, and opens nothing', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  const required = await planner.required();
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(8);
  for (const name of files) {
    await test.step(name, async () => {
      await planner.openFile(`${folder}${name}`);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toHaveCount(1);
      await expect(dialog.getByRole('heading')).toHaveText(`${name} was not opened`);
      const sentences = await dialog.locator('p').allTextContents();
      expect(sentences.length).toBeGreaterThanOrEqual(2);
      for (const sentence of sentences) expect(sentence).toMatch(/^\S.{8,}[.!?]$/s);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      expect(await planner.required()).toBe(required);
      await expect(page.getByText('eight-cabinets.raceway')).toBeVisible();
    });
  }
});

test('a file of another kind dropped on the window is refused in the same way', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['%PDF-1.7'], 'hall.pdf', { type: 'application/pdf' }));
    return transfer;
  });
  await page.getByRole('heading', { name: 'Start with a hall' }).dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText('hall.pdf was not opened');
});
