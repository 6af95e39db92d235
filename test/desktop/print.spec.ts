/** Sheets through the system's print: what the printer is given, measured. */
import { join } from 'node:path';
import { printedPages } from '../support/printedPdf.ts';
import { expect, test } from '../standIn/test.ts';
import { openCopy } from './support.ts';

test('prints the chosen sheets in true size, and puts the screen back', async ({ start, folder }) => {
  const desktop = await start();
  const page = await openCopy(desktop, join(folder, 'hall.raceway'));
  await desktop.choose('print.open');
  const dialog = page.getByRole('dialog', { name: 'Print' });
  await dialog.getByRole('checkbox', { name: /labels/i }).check();
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect.poll(() => desktop.printed.length).toBe(1);

  const [given] = desktop.printed;
  expect(given?.options).toMatchObject({
    silent: false,
    printBackground: true,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    pageSize: { width: 297_000, height: 420_000 },
  });
  const pages = await printedPages(given?.pdf ?? new Uint8Array());
  expect(pages.length).toBeGreaterThan(1);
  expect(given?.options).toMatchObject({ landscape: (pages[0]?.widthMm ?? 0) > (pages[0]?.heightMm ?? 0) });
  for (const { widthMm, heightMm } of pages) {
    const sides = [widthMm, heightMm].sort((a, b) => a - b);
    expect(Math.abs((sides[0] ?? 0) - 297)).toBeLessThan(0.4);
    expect(Math.abs((sides[1] ?? 0) - 420)).toBeLessThan(0.4);
  }
  // No page is empty, and none was broken in two.
  for (const { text } of pages) expect(text.length).toBeGreaterThan(20);
  expect(pages[0]?.text).toContain('A01');
  const [bar] = pages[0]?.linesAbove('100 mm on paper') ?? [];
  expect(Math.abs((bar ?? 0) - 100)).toBeLessThan(0.1);

  await expect(page.locator('html')).not.toHaveAttribute('data-printing');
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('says that the system did not print, and nothing when the person cancels', async ({ start, folder }) => {
  const desktop = await start();
  const page = await openCopy(desktop, join(folder, 'hall.raceway'));
  const print = async (): Promise<void> => {
    await desktop.choose('print.open');
    await page.getByRole('dialog', { name: 'Print' }).getByRole('button', { name: 'Print…' }).click();
  };
  desktop.printFailure = 'Print job canceled';
  await print();
  await expect.poll(() => desktop.printed.length).toBe(1);
  await expect(page.locator('html')).not.toHaveAttribute('data-printing');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  desktop.printFailure = 'Invalid printer settings';
  await print();
  await expect(page.getByRole('dialog', { name: 'The sheets were not printed' })).toContainText('invalid printer settings');
});
