/** Links run through panels and back, by mouse and by keyboard, with what it does to counts and light shown before it is done. */
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { panelHall } from '../support/panelPlans.ts';
import { expectClean } from './support/axe.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('runs the selected links through panels in one step, shows what it does before, and takes them out again', async ({ page }, info) => {
  const file = info.outputPath('panels.raceway');
  writeFileSync(file, serializePlan({ ...panelHall().build(), trunks: new Map(), channels: new Map() }));
  const planner = new PlannerPage(page);
  await planner.open();
  await planner.openFile(file);
  await planner.settled();
  await expect(planner.status).toContainText('3 cables');

  // By mouse: two cables of the table.
  const cables = page.getByRole('grid', { name: 'Cables' });
  await cables.getByText('s1:p1–w:1/1').click();
  await cables.getByText('s2:p1–w:2/1').click({ modifiers: ['Control'] });
  await page.keyboard.press('Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Run links through panels' });
  const effect = dialog.getByRole('region', { name: 'What it does' });
  await expect(effect).toContainText('3 → 6');
  await expect(dialog.getByRole('combobox', { name: 'First panel', exact: true })).toHaveValue('A · U40 · pa, 12 free');
  await expect(dialog.getByRole('combobox', { name: 'Second panel', exact: true })).toHaveValue('B · U40 · pb, 12 free');
  await expect(effect.getByRole('listitem')).toHaveCount(4);
  await expect(dialog.getByRole('status')).toContainText('Lays 1 new trunk (Trunk of four) and 4 jumpers');
  await expectClean(page, 'light');

  // A straight jumper lets transmit meet transmit: the dialog says so before anything is laid.
  await dialog.getByRole('combobox', { name: 'Jumper at the second panel' }).click();
  await page.getByRole('option', { name: 'Straight jumper, type A' }).click();
  await expect(effect).toContainText('Light fails on 2 of 2 links');
  await expect(effect).toContainText('Errors2 → 3');
  await dialog.getByRole('combobox', { name: 'Jumper at the second panel' }).click();
  await page.getByRole('option', { name: 'Multimode jumper, type B', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'First panel, from port' }).click();
  await page.getByRole('option', { name: 'F5', exact: true }).click();
  await expect(effect).toContainText('Light comes out right on 2 links');
  await dialog.getByRole('button', { name: 'Run through panels' }).click();
  await expect(dialog).toBeHidden();
  await planner.settled();
  await expect(planner.status).toContainText('6 cables');
  await expect(planner.status).toContainText('3 links');

  // By keyboard: the third link goes over a free leg of the trunk that is there.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('Run links through');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Links' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Tier manual, 1 link' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Lays free legs of Trunk of four');
  await dialog.getByRole('textbox', { name: 'How many of them' }).press('Enter');
  await expect(dialog).toBeHidden();
  await planner.settled();
  await expect(planner.status).toContainText('7 cables');

  // Taken out again: of the trunk all links, in one step that undo takes back.
  await cables.getByText('T1', { exact: true }).click();
  await planner.inspector.getByRole('button', { name: 'Run directly, without panels' }).click();
  await planner.settled();
  await expect(planner.status).toContainText('3 cables');
  await page.keyboard.press('Control+z');
  await planner.settled();
  await expect(planner.status).toContainText('7 cables');

  // The maker's legs, typed at either end: they count in the trunk's length, one step each, that undo takes back.
  await cables.getByText('T1', { exact: true }).click();
  const [firstA, firstB] = ['First leg A', 'First leg B'].map((name) => planner.inspector.getByRole('textbox', { name }));
  const furthers = planner.inspector.getByRole('textbox', { name: /^Stagger / });
  await expect(firstA!).toHaveValue('');
  await firstA!.fill('5 m');
  await firstA!.press('Enter');
  await expect(firstA!).toHaveValue(/^5.000 mm$/u);
  await firstB!.fill('16\' 5"');
  await firstB!.press('Enter');
  for (const field of [furthers.first(), furthers.last()]) {
    await field.fill('100');
    await field.press('Enter');
  }
  await planner.settled();
  await expect(planner.inspector).toContainText('Legs of the trunk');
  await expectClean(page, 'light');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await planner.settled();
  await expect(planner.inspector).not.toContainText('Legs of the trunk');
});
