/** The whole job: generate the one-megawatt hall, move a cabinet, take it back, save, reopen, export, and read what the files say. */
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { bytesOf, PlannerPage, plainText } from './support/plannerPage.ts';

test('generate, move, undo, save, reopen, export', async ({ page }, info) => {
  const planner = new PlannerPage(page);
  await planner.open();

  await test.step('generates two units of DGX B200 with the counts shown before', async () => {
    await page.getByRole('button', { name: /^Generate a plan/ }).click();
    const counts = page.getByRole('region', { name: 'What will be made' });
    await expect(counts).toContainText(/Links\s*1\s020/u);
    await expect(counts).toContainText(/node-leaf\s*504/u);
    await expect(counts).toContainText(/leaf-spine\s*512/u);
    await expect(counts).toContainText(/Cables\s*1\s018/u);
    await page.getByRole('button', { name: 'Generate', exact: true }).click();
    await expect(planner.status).toContainText(/1\s020 links on 1\s018 cables/u);
  });

  const before = { required: await planner.required(), hours: await planner.hours() };

  await test.step('moves a cabinet by mouse; metres and hours follow while it is held', async () => {
    await planner.find('A01');
    const { x, y } = await planner.middle();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 40, y, { steps: 5 });
    await page.mouse.move(x - 150, y, { steps: 10 });
    await expect(planner.status.getByRole('status')).toContainText(/required [+\u2212][\d.]+ m/u);
    await expect(planner.status.getByRole('status')).toContainText(/[+\u2212][\d.]+ h/u);
    await page.mouse.up();
    await expect.poll(() => planner.required()).not.toBe(before.required);
    await expect.poll(() => planner.hours()).not.toBe(before.hours);
  });

  await test.step('takes it back', async () => {
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.hover();
    await expect(page.getByRole('tooltip')).toContainText('Undo: Move A01');
    await undo.click();
    await expect.poll(() => planner.required()).toBe(before.required);
    await expect.poll(() => planner.hours()).toBe(before.hours);
  });

  const saved = info.outputPath('hall.raceway');
  const first = await planner.save();
  await first.saveAs(saved);
  await expect(page.getByRole('img', { name: 'Unsaved changes' })).toHaveCount(0);

  await test.step('reopens what was saved, with the same bytes', async () => {
    await planner.openFile(saved);
    await expect(planner.status).toContainText(/1\s020 links on 1\s018 cables/u);
    expect(await planner.required()).toBe(before.required);
    const again = await planner.save();
    expect(await bytesOf(again)).toEqual(await bytesOf(first));
  });

  await test.step('exports the bill of materials as CSV', async () => {
    const file = await planner.export('Bill of materials', 'CSV');
    expect(file.suggestedFilename()).toBe('hall-bom.csv');
    const rows: string[][] = parse(await bytesOf(file), { bom: true, relax_column_count: true });
    const [head = []] = rows;
    const [classAt, requiredAt] = [head.findIndex((title) => /class/i.test(title)), head.findIndex((title) => /required/i.test(title))];
    const cables = rows.filter((row) => row[classAt] === 'cable').reduce((sum, row) => sum + Number(row[requiredAt]), 0);
    expect(cables).toBe(1018);
  });

  await test.step('exports the cable schedule as XLSX', async () => {
    const file = await planner.export('Cable schedule', 'XLSX');
    const rows = await readSheet(await bytesOf(file));
    const cables = rows.filter(
      (row) => String(row[0]).includes('/node-leaf/') || String(row[0]).includes('/leaf-spine/') || String(row[0]).includes('/ufm/'),
    );
    expect(cables).toHaveLength(1018);
  });

  await test.step('exports the sheets as PDF', async () => {
    const file = await planner.export('Sheets', 'PDF');
    const text = await pdfText(await bytesOf(file));
    expect(text.pages).toBeGreaterThan(5);
    expect(text.first).toContain('100 mm on paper');
    expect(text.first).toMatch(/1:\d+/);
    expect(text.first).toContain('A01');
  });

  await test.step('shows the floor plan as it will be printed', async () => {
    await page.getByRole('tab', { name: 'Sheets' }).click();
    const sheet = page.getByRole('img', { name: 'Sheet 1 on A3' });
    await expect(sheet).toBeVisible({ timeout: 30_000 });
    expect(await sheet.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
    await page.getByRole('tab', { name: 'Plan' }).click();
    expect(await plainText(planner.status)).toContain('1 018 cables');
  });
});

async function pdfText(bytes: Uint8Array): Promise<{ readonly pages: number; readonly first: string }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = createRequire(import.meta.url)
    .resolve('pdfjs-dist/package.json')
    .replace(/package\.json$/, '');
  const document = await getDocument({ data: new Uint8Array(bytes), standardFontDataUrl: `${folder}standard_fonts/` }).promise;
  const page = await document.getPage(1);
  const content = await page.getTextContent();
  return { pages: document.numPages, first: content.items.map((item) => ('str' in item ? item.str : '')).join(' ') };
}
