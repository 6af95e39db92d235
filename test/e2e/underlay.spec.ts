/** Drawings under the plan by mouse and keyboard: a DXF, an image and a PDF page, their scale, layers, and where they go. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import PDFDocument from 'pdfkit';
import { expect, test, type Page } from '@playwright/test';
import { bytesOf, PlannerPage } from './support/plannerPage.ts';

const drawing = (name: string): string => fileURLToPath(new URL(`../drawings/${name}`, import.meta.url));

async function add(planner: PlannerPage, path: string): Promise<void> {
  const chooser = planner.page.waitForEvent('filechooser');
  await planner.chooseFromFileMenu('Add drawing…');
  await (await chooser).setFiles(path);
}

async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

/** Darkest part of the drawing area that is not paper, as the share of pixels that differ from the corner's. */
async function inkedShare(planner: PlannerPage): Promise<number> {
  return planner.drawing.evaluate((element) => {
    const canvas = element.querySelector('canvas');
    if (canvas === null) return 0;
    const { data, width, height } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 690) inked += 1;
    return inked / (width * height);
  });
}

test('a DXF comes in at its own size into an empty plan, is confirmed by one distance and checked by a second', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await add(planner, drawing('dxf/barcelona-pavillion/plan.dxf'));
  const scale = planner.inspector.getByLabel('Scale').first();
  await expect(scale).toContainText('52.0');
  await expect(planner.inspector.getByRole('region', { name: 'Scale' })).toContainText('not measured');
  await expect.poll(() => inkedShare(planner)).toBeGreaterThan(0.01);

  const { x, y } = await planner.middle();
  await page.mouse.click(x - 200, y - 40);
  await page.mouse.move(x + 150, y - 40);
  await page.mouse.click(x + 200, y - 40, {});
  const dialog = page.getByRole('dialog', { name: 'Calibrate the drawing' });
  await expect(dialog).toContainText('Is that right?');
  await expectNoAxeFindings(page);
  // The whole width, by numbers: 52 units of its file are 52 metres.
  for (const [label, value] of [
    ['From x', '0'],
    ['From y', '0'],
    ['To x', '52'],
    ['To y', '0'],
  ] as const)
    await dialog.getByLabel(new RegExp(`^${label}`)).fill(value);
  await dialog.getByLabel(/^True distance/).fill('26 m');
  await expect(dialog.getByRole('status')).toContainText('−50.00 %');
  await dialog.getByLabel(/^True distance/).press('Enter');
  await page.getByRole('button', { name: 'Pick a second distance' }).press('Enter');
  await expect(planner.status).toContainText('another length that you know');
  await expect(scale).toContainText('26.0');
  await page.keyboard.press('Escape');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Calibrate plan');
  await expect(scale).toContainText('52.0');
  await page.keyboard.press('Control+Shift+z');
  await expect(scale).toContainText('26.0');

  const layers = planner.inspector.getByRole('region', { name: 'Layers of the drawing' });
  const before = await inkedShare(planner);
  for (const box of await layers.getByRole('checkbox').all()) await box.uncheck();
  await expect.poll(() => inkedShare(planner)).toBeLessThan(before / 2);
  await expectNoAxeFindings(page);
});

test('drawings are put over and under each other by keys and in the inspector, and their layer is locked like others', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  for (const name of ['dxf/barcelona-pavillion/plan.dxf', 'dxf/three-dxf/demo.dxf', 'plans/house-by-programmer/plan.png']) {
    await add(planner, drawing(name));
    await planner.inspector.getByRole('button', { name: 'Not now' }).press('Enter');
  }
  const list = page.getByRole('region', { name: 'Drawings' }).getByRole('listitem');
  const place = planner.inspector.getByLabel('Order').first();
  // What was added last lies on top, and is selected.
  await expect(list).toHaveText(['plan 2', 'demo', 'plan']);
  await expect(place).toContainText('1 of 3');
  await planner.drawing.focus();
  await page.keyboard.press('[');
  await expect(list).toHaveText(['demo', 'plan 2', 'plan']);
  await expect(place).toContainText('2 of 3');
  await page.keyboard.press('{');
  await expect(list).toHaveText(['demo', 'plan', 'plan 2']);
  await page.keyboard.press('[');
  await expect(planner.status).toContainText('nothing lies behind plan 2');
  await page.keyboard.press(']');
  await page.keyboard.press('}');
  await expect(list).toHaveText(['plan 2', 'demo', 'plan']);
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Bring plan 2 to the front');
  await expect(list).toHaveText(['demo', 'plan 2', 'plan']);
  await planner.inspector.getByRole('button', { name: 'Forward' }).click();
  await expect(list).toHaveText(['plan 2', 'demo', 'plan']);
  await expectNoAxeFindings(page);

  // Freed in place it is taken hold of by its frame; in a locked layer it is not, and says why nothing else is done to it.
  await planner.inspector.getByRole('checkbox', { name: 'Locked in place' }).uncheck();
  await page.getByRole('switch', { name: 'Lock drawings' }).click();
  await expect(page.getByRole('switch', { name: 'Lock drawings' })).toHaveAttribute('aria-checked', 'true');
  await page.getByRole('button', { name: 'plan 2', exact: true }).click();
  await planner.drawing.focus();
  await page.keyboard.press('[');
  await expect(planner.status).toContainText('The drawings layer is locked');
  await page.keyboard.press('Delete');
  await expect(list).toHaveText(['plan 2', 'demo', 'plan']);
  await planner.status.getByRole('button', { name: /Unlock/u }).click();
  await planner.drawing.focus();
  await page.keyboard.press('[');
  await expect(list).toHaveText(['demo', 'plan 2', 'plan']);
});

test('a DXF that states no units is not said to have any: metres are assumed, and asked about', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await add(planner, drawing('dxf/house-by-programmer/plan.dxf'));
  await expect(planner.inspector.getByRole('region', { name: 'Scale' })).toContainText('One unit, assumed');
  await planner.inspector.getByRole('button', { name: 'By numbers…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Calibrate the drawing' });
  await expect(dialog).toContainText('The file of plan states no units; metres are assumed. By them this is');
  await expect(dialog).not.toContainText('By the units');
  await expectNoAxeFindings(page);
});

/** Pixels of the drawing area by what they are: red, and darker or lighter than the floor without a hue. */
async function pixels(planner: PlannerPage): Promise<{ readonly red: number; readonly ink: number }> {
  return planner.drawing.evaluate((element) => {
    const canvas = element.querySelector('canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let [red, ink] = [0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
      if (r - Math.max(g, b) > 60) red += 1;
      // The ink of drawings is a grey blue in both themes.
      if (b - r > 15 && b - g > 5 && b - r < 70) ink += 1;
    }
    return { red, ink };
  });
}

for (const scheme of ['light', 'dark'] as const)
  test(`a DXF is drawn in one ink or in its own colors, by a step that is taken back (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const planner = new PlannerPage(page);
    await planner.open();
    await add(planner, drawing('dxf/barcelona-pavillion/plan.dxf'));
    await planner.inspector.getByRole('button', { name: 'Not now' }).press('Enter');
    await expect.poll(async () => (await pixels(planner)).ink).toBeGreaterThan(5000);
    expect((await pixels(planner)).red).toBe(0);
    const choice = planner.inspector.getByRole('combobox', { name: 'Drawn' });
    await choice.press('Enter');
    await page.getByRole('option', { name: 'In its own colors' }).click();
    await expect(choice).toHaveValue('In its own colors');
    await expect.poll(async () => (await pixels(planner)).red).toBeGreaterThan(500);
    // Lines without a color of their own are in the ink still.
    expect((await pixels(planner)).ink).toBeGreaterThan(100);
    await expectNoAxeFindings(page);
    const saved = await (await planner.save()).path();
    await planner.drawing.focus();
    await page.keyboard.press('Control+z');
    await expect(planner.status).toContainText('Undone: Draw plan in its own colors');
    await expect.poll(async () => (await pixels(planner)).red).toBe(0);
    expect(await readFile(saved, 'utf8')).toContain('"ownColors":true');
  });

test('an image is calibrated by keyboard, its error over a second distance is told, and saving keeps all of it in one file', async ({
  page,
}) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await add(planner, drawing('plans/open-rmf/office.png'));
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('office');
  await planner.inspector.getByRole('button', { name: 'By numbers…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Calibrate the drawing' });
  await dialog.getByLabel(/^To x/).fill('1101.83');
  await dialog.getByLabel(/^True distance/).fill('9.315 m');
  await dialog.getByLabel(/^True distance/).press('Enter');
  await page.getByRole('button', { name: 'Later' }).press('Enter');
  const scale = planner.inspector.getByRole('region', { name: 'Scale' });
  await expect(scale).toContainText('8.4541 mm');
  await expect(scale).toContainText('not checked');
  // A second wall of its makers, picked roughly and written as they measured it: 991.58 pixels, 8.409 m.
  await planner.inspector.getByRole('button', { name: 'Check a second distance' }).click();
  const { x, y } = await planner.middle();
  await page.mouse.click(x - 100, y - 80);
  await page.mouse.click(x - 100, y + 80);
  const check = page.getByRole('dialog', { name: 'Check the scale' });
  for (const [label, value] of [
    ['From x', '300'],
    ['From y', '100'],
    ['To x', '300'],
    ['To y', '1091.58'],
  ] as const)
    await check.getByLabel(new RegExp(`^${label}`)).fill(value);
  await check.getByLabel(/^True distance/).fill('8.409 m');
  await expect(check.getByRole('status')).toContainText('off by −0.31 %');
  await check.getByLabel(/^True distance/).press('Enter');
  await expect(check).toHaveCount(0);
  await expect(scale).toContainText('Error over 8 409 mm−0.31 %');

  await planner.inspector.getByLabel('Opacity').fill('20');
  await planner.inspector.getByLabel('Opacity').press('Enter');
  const download = await planner.save();
  const path = await download.path();
  // Once it is told the journal is clean too; a page left before that would offer to restore.
  await expect(page.getByText(`Saved ${download.suggestedFilename()}`)).toBeVisible();
  await planner.open('/?sample=eight-cabinets');
  await planner.openFile(path);
  await page.getByRole('button', { name: 'office', exact: true }).click();
  await expect(planner.inspector.getByLabel('Opacity')).toHaveValue('20');
  await expect(planner.inspector.getByRole('region', { name: 'Scale' })).toContainText('−0.31 %');
  await expect.poll(() => inkedShare(planner)).toBeGreaterThan(0.001);
  await planner.drawing.focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'office', exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'office', exact: true })).toHaveCount(1);
});

test('a PDF page comes in by its points, files that are no drawing are refused in one line', async ({ page }) => {
  // The command line starts a process of its own and derives the whole plan.
  test.slow();
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await add(planner, drawing('plans/barcelona-pavillion/plan.pdf'));
  // 1571.6 mm of paper at 1 : 100.
  await expect(planner.inspector.getByLabel('Scale').first()).toContainText('157.');
  await page.keyboard.press('Escape');
  await expect.poll(() => inkedShare(planner)).toBeGreaterThan(0.01);
  await add(planner, drawing('dxf/ezdxf/bin_dxf_r2000.dxf'));
  const error = page.getByRole('dialog');
  await expect(error).toContainText('his is a binary DXF');
  await page.keyboard.press('Escape');
  await expect(error).toHaveCount(0);

  await add(planner, drawing('plans/house-by-programmer/plan.pdf'));
  await expect(planner.inspector.getByLabel('Scale').first()).toContainText('4.15');
  await page.keyboard.press('Escape');
  // A name in other letters, with a space.
  await add(planner, drawing('plans/house-by-programmer/расположение дома.pdf'));
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('расположение дома');
  await expect(planner.inspector.getByLabel('Scale').first()).toContainText('4.03');
  await page.keyboard.press('Escape');
  // Sheets show them or not, as chosen; those of the command line are the same to the byte.
  const sheet = async (drawings: boolean): Promise<string> => {
    await planner.chooseFromFileMenu('Export…');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: 'Drawings' }).check();
    await dialog.getByRole('combobox', { name: 'Form' }).click();
    await page.getByRole('option', { name: 'SVG' }).click();
    await dialog.getByRole('checkbox', { name: 'Drawings under the plan' }).setChecked(drawings);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export' }).press('Enter');
    return (await bytesOf(await download)).toString();
  };
  const drawn = await sheet(true);
  for (const layer of ['plan$0$page', 'plan 2$0$page', 'расположение дома$0$page']) expect(drawn).toContain(layer);
  const plan = await (await planner.save()).path();
  const command = [fileURLToPath(new URL('../../electron/cli/raceway.ts', import.meta.url)), 'sheets', plan, '-o', '-', '--format', 'svg'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { encoding: 'utf8', maxBuffer: 1e8 });
  expect(stdout === drawn).toBe(true);
  expect(await sheet(false)).not.toContain('plan$0$');
});

test('a dropped WebP lies under the plan; of a PDF with several pages the one that is chosen, not yet measured', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.drawing.evaluate(async (element) => {
    const canvas = new OffscreenCanvas(400, 300);
    canvas.getContext('2d')!.fillRect(100, 100, 200, 100);
    const blob = await canvas.convertToBlob({ type: 'image/webp' });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([blob], 'site photo.webp', { type: blob.type }));
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('site photo');
  await expect.poll(() => inkedShare(planner)).toBeGreaterThan(0.01);
  await page.keyboard.press('Escape');

  const pdf = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  pdf.addPage({ size: 'A3' }).rect(100, 100, 400, 300).stroke().end();
  await new Promise((resolve) => pdf.on('end', resolve));
  const chooser = page.waitForEvent('filechooser');
  await planner.chooseFromFileMenu('Add drawing…');
  await (await chooser).setFiles({ name: 'two floors.pdf', mimeType: 'application/pdf', buffer: Buffer.concat(parts) });
  await expect(planner.inspector.getByText('PDF page 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await planner.inspector.getByRole('combobox', { name: 'Page of 2' }).click();
  await page.getByRole('option', { name: 'Page 2' }).click();
  await expect(planner.inspector.getByText('PDF page 2')).toBeVisible();
  // An A3 page of 297 mm at 1 : 100.
  await expect(planner.inspector.getByLabel('Scale').first()).toContainText('29.7');
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.inspector.getByText('PDF page 1')).toBeVisible();
});

test('reading a large DXF tells how far it is; cancelled, it leaves the plan and the drawings that lie there as they were', async ({
  page,
}) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await add(planner, drawing('dxf/barcelona-pavillion/plan.dxf'));
  await expect(planner.inspector.getByText('Calibrating.')).toBeVisible();
  await planner.inspector.getByRole('button', { name: 'Not now' }).click();
  await expect(planner.inspector.getByText('Calibrating.')).toHaveCount(0);
  await expect.poll(() => inkedShare(planner)).toBeGreaterThan(0.01);
  const before = await (await planner.save()).path();

  // A million lines: seconds of reading, of which the first progress is waited for.
  await planner.drawing.evaluate((element) => {
    const thousand = Array.from({ length: 1000 }, (_, at) => `0\nLINE\n8\nA-WALL\n10\n${at}\n20\n0\n11\n${at}\n21\n900`).join('\n');
    const parts = [`0\nSECTION\n2\nENTITIES\n`, ...Array.from({ length: 1000 }, () => `${thousand}\n`), `0\nENDSEC\n0\nEOF\n`];
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(parts, 'whole site.dxf'));
    element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  });
  const card = page.getByRole('status').filter({ hasText: 'Reading whole site.dxf' });
  const bar = card.getByRole('progressbar', { name: 'Reading whole site.dxf' });
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await card.getByRole('button', { name: 'Cancel' }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'whole site', exact: true })).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // What had been read is read again, and shown.
  await expect.poll(() => inkedShare(planner)).toBeGreaterThan(0.01);
  expect(await readFile(await (await planner.save()).path(), 'utf8')).toBe(await readFile(before, 'utf8'));
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Add plan');
});
