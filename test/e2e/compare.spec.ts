/** Two variants side by side: the figures are those of the command line, changes lead to the plan, what is picked is taken over as one step. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { bytesOf, plainText, PlannerPage } from './support/plannerPage.ts';
import { command } from './support/sceneSteps.ts';

const raceway = fileURLToPath(new URL('../../electron/cli/raceway.ts', import.meta.url));

interface DiffJson {
  readonly links: { readonly old: number; readonly new: number };
  readonly cables: { readonly requiredM: { readonly old: { readonly known: number }; readonly new: { readonly known: number } } };
  readonly hours: { readonly old: { readonly likely: number }; readonly new: { readonly likely: number } };
  readonly findings: { readonly errors: { readonly old: number; readonly new: number } };
  readonly changes: readonly { readonly table: string; readonly kind: string }[];
}

/** Old, new and difference of a figure, as they stand on screen. */
async function figure(page: Page, id: string): Promise<string[]> {
  const cells = page.locator(`tr[data-figure="${id}"] td`);
  return Promise.all([0, 1, 2].map((at) => plainText(cells.nth(at))));
}

test('variants stand side by side with the figures of the command line, and what is picked is taken over', async ({ page }, info) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await command(planner, 'Variants…');
  await expect(page.getByLabel('Fork the plan as')).toBeFocused();
  await page.keyboard.type('Wider');
  await page.keyboard.press('Enter');
  await planner.find('A01');
  await planner.drawing.focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowUp');
  await planner.find('A04');
  await planner.drawing.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowUp');
  await command(planner, 'Next variant');
  await expect(page.getByRole('button', { name: 'Variant: Main' })).toBeVisible();
  const before = await planner.required();

  // By keyboard to the comparison, which is worked out beside the page.
  await command(planner, 'Compare with another variant');
  const figures = page.getByRole('region', { name: 'Figures side by side' });
  await expect(figures).toBeVisible();
  const file = info.outputPath('both.raceway');
  writeFileSync(file, await bytesOf(await planner.save()));
  const json = JSON.parse(
    execFileSync(process.execPath, [raceway, 'diff', file, file, '--new-variant', 'Wider', '--json'], { encoding: 'utf8' }),
  ) as DiffJson;
  const tenths = (value: number): string => value.toFixed(1).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
  expect((await figure(page, 'links')).slice(0, 2)).toEqual([String(json.links.old), String(json.links.new)]);
  const { requiredM } = json.cables;
  expect((await figure(page, 'required')).slice(0, 2)).toEqual([`${tenths(requiredM.old.known)} m`, `${tenths(requiredM.new.known)} m`]);
  expect((await figure(page, 'hours')).slice(0, 2)).toEqual([tenths(json.hours.old.likely), tenths(json.hours.new.likely)]);
  expect((await figure(page, 'errors')).slice(0, 2)).toEqual([String(json.findings.errors.old), String(json.findings.errors.new)]);
  expect(requiredM.new.known).not.toBe(requiredM.old.known);

  // A figure opens what it comes from.
  await figures.getByRole('button', { name: 'Hours' }).click();
  await expect(page.locator('tr[data-figure^="hours task"]').first()).toBeVisible();

  // The list narrows by kind and by words, and leads to the thing on the plan.
  const changes = page.getByRole('region', { name: 'Changes' });
  await page.getByRole('button', { name: `Moved ${json.changes.filter(({ kind }) => kind === 'moved').length}` }).click();
  await page.getByLabel('Filter Compare').fill('A04');
  await expect(changes.getByRole('checkbox')).toHaveCount(2);
  await changes.getByRole('button', { name: /^A04/ }).click();
  await expect(planner.inspector.getByRole('heading', { level: 2 })).toContainText('A04');
  await expect(page.getByRole('region', { name: 'Marks of the comparison' })).toContainText('2 moved');

  // Picked by keyboard: what it would bring is said, and then it is done as one step.
  await changes.getByRole('checkbox', { name: 'Take over A04, moved' }).focus();
  await page.keyboard.press('Space');
  const picked = page.getByRole('region', { name: 'What is picked' });
  await expect(picked).toContainText(/1 change picked.*Required length/s);
  await picked.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByRole('region', { name: 'Marks of the comparison' })).toContainText('1 moved');
  await expect.poll(() => planner.required()).not.toBe(before);
  await planner.drawing.focus();
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Take over 1 change from Wider');
  await expect.poll(() => planner.required()).toBe(before);
  await expect(page.getByRole('region', { name: 'Marks of the comparison' })).toContainText('2 moved');

  // Against a file, which is the plan itself as it was saved.
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'A file…' }).click();
  await (await chooser).setFiles(file);
  await expect(changes).toContainText('The plans are the same');
  // The other way round.
  await page.getByRole('button', { name: 'Swap the sides' }).click();
  await expect(page.locator('input[aria-label="First side"]')).toHaveValue('both.raceway');
  await expect(page.locator('input[aria-label="Compare with"]')).toHaveValue('Main');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(page.getByText('Nothing to compare with yet')).toBeVisible();
});
