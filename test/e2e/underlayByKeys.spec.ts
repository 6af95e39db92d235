/** A drawing under the plan without a mouse: added, measured, checked, read, traced. */
import { fileURLToPath } from 'node:url';
import { expectClean } from './support/axe.ts';
import { expect, test, type Page } from '@playwright/test';
import { command, expectNoPointer, tabTo, watchPointer } from './support/keysAlone.ts';
import { PlannerPage } from './support/plannerPage.ts';
import expectedJson from '../drawings/expected.json' with { type: 'json' };

const drawing = (name: string): string => fileURLToPath(new URL(`../drawings/dxf/${name}`, import.meta.url));

async function add(page: Page, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await command(page, 'Add drawing');
  await (await chooser).setFiles(drawing(name));
}

/** Two places by arrows, then where they are and how far apart, by number. */
async function span(page: Page, title: string, figures: Readonly<Record<string, string>>): Promise<void> {
  for (const key of ['Enter', ...Array.from({ length: 5 }, () => 'Shift+ArrowRight'), 'Enter']) await page.keyboard.press(key);
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog).toBeVisible();
  for (const [label, value] of Object.entries(figures)) {
    await tabTo(page, dialog.getByLabel(new RegExp(`^${label}`)));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
}

test('a DXF is measured, checked by a second distance whose error is told, and traced, by keys alone', async ({ page }) => {
  await watchPointer(page);
  const planner = new PlannerPage(page);
  await planner.open();
  await add(page, 'barcelona-pavillion/plan.dxf');
  await expect(planner.status).toContainText('Click two ends');
  const scale = planner.inspector.getByRole('region', { name: 'Scale' });
  await expect(scale).toContainText('not measured');

  await span(page, 'Calibrate the drawing', { 'From x': '0', 'From y': '0', 'To x': '52', 'To y': '0', 'True distance': '52 m' });
  await expect(page.getByRole('button', { name: 'Pick a second distance' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(planner.status).toContainText('another length that you know');
  await span(page, 'Check the scale', { 'From x': '0', 'From y': '0', 'To x': '0', 'To y': '22.7', 'True distance': '22.65 m' });
  // 22.7 units of a metre against 22.65 m.
  await expect(scale.getByText('Error over 22 650 mm')).toBeVisible();
  await expect(scale).toContainText('+0.22 %');
  await expect(scale).not.toContainText('not checked');

  await command(page, 'Trace lines of a drawing');
  const picked = planner.inspector.getByRole('status').first();
  const columns = planner.inspector.getByRole('button', { name: /^Columns/ });
  await expect(columns).toBeVisible();
  // Enter leads from the drawing to the layers, past its 1 211 lines.
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('combobox', { name: 'Make' })).toBeFocused();
  await tabTo(page, columns);
  await page.keyboard.press('Enter');
  // Mies van der Rohe's eight, each drawn by a dozen lines.
  await expect(picked).toContainText('96 lines picked: 8 columns');
  await tabTo(page, planner.inspector.getByRole('button', { name: 'Trace', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(planner.status).toContainText('Traced: 8 columns');

  // Line by line, in the drawing.
  await command(page, 'Select and move');
  await command(page, 'Trace lines of a drawing');
  for (const key of ['Tab', 'Tab', 'Tab', 'Space']) await page.keyboard.press(key);
  await expect(picked).toContainText('1 line picked');
  await page.keyboard.press('l');
  await expect(picked).toContainText(/lines picked/);
  await page.keyboard.press('Escape');
  await expect(picked).toHaveText('No lines are picked.');
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Trace 8 columns');
  await expectNoPointer(page);
});

test('what a DXF holds that is not drawn is listed with its counts, and read by keys alone', async ({ page }) => {
  await watchPointer(page);
  const name = 'acadsharp/sample_AC1015_ascii.dxf';
  const planner = new PlannerPage(page);
  await planner.open();
  await add(page, name);
  const list = planner.inspector.getByRole('region', { name: 'Not shown' });
  await expect(list).toBeVisible();
  await expect(list.getByText('MULTILEADER')).toHaveCount(0);
  await tabTo(page, list.getByRole('button', { name: 'Not shown' }));
  await page.keyboard.press('Enter');
  // As another program counted them in the model.
  const { entities } = (expectedJson as unknown as Record<string, { readonly entities: Record<string, number> }>)[name]!;
  for (const type of ['3DSOLID', 'IMAGE', 'MESH', 'MLINE', 'MULTILEADER', 'PDFUNDERLAY', 'TOLERANCE', 'WIPEOUT', 'XLINE']) {
    const count = list.locator('dt', { hasText: `${type}: not read` }).locator('xpath=following-sibling::dd');
    await expect(count).toHaveText(String(entities[type]));
  }
  await expect(list).toContainText('Paper space: stands on a sheet, not in the model2');
  await expectClean(page, 'light');
  await expectNoPointer(page);
});
