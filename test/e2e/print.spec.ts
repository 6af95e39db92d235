/** Printing from a browser, by key: what its print dialog is given, measured. */
import { expect, test } from '@playwright/test';
import { printedPages } from '../support/printedPdf.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('Ctrl+P prints the plan on the chosen paper in true size; Ctrl+Shift+P opens the sheets', async ({ page }) => {
  await page.addInitScript(() => {
    // The dialog of a browser without a screen; the page waits for it to be closed.
    window.print = () => undefined;
  });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: 'Print' });
  await dialog.getByRole('combobox', { name: 'Paper' }).click();
  await page.getByRole('option', { name: 'A4' }).click();
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printing');
  const weights = await page.evaluate(() =>
    [...document.querySelectorAll('[class^="sheet-"]')].flatMap((sheet) =>
      [...(sheet.shadowRoot?.querySelectorAll('text[font-weight]') ?? [])].map((text) => getComputedStyle(text).fontWeight),
    ),
  );
  expect(new Set(weights)).toEqual(new Set(['600']));
  const pages = await printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  for (const { widthMm, heightMm } of pages) {
    const [short = 0, long = 0] = [widthMm, heightMm].sort((a, b) => a - b);
    expect(Math.abs(short - 210)).toBeLessThan(0.4);
    expect(Math.abs(long - 297)).toBeLessThan(0.4);
  }
  const [bar] = pages[0]?.linesAbove('100 mm on paper') ?? [];
  expect(Math.abs((bar ?? 0) - 100)).toBeLessThan(0.1);

  expect(refused).toEqual([]);

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).not.toHaveAttribute('data-printing');
  await page.keyboard.press('Control+Shift+p');
  await expect(page.getByRole('navigation', { name: 'Sheets' })).toBeVisible();
});
