/** Links through panels in the planner: the channel of a cable joint by joint, with its fault and the part to change. */
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { panelHall, STRAIGHT_JUMPER } from '../support/panelPlans.ts';
import { JUMPER } from '../support/testCatalog.ts';
import { expectClean } from './support/axe.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('shows a channel with its joints, names the fault and leads from cable to cable', async ({ page }, info) => {
  const file = info.outputPath('panels.raceway');
  writeFileSync(file, serializePlan(panelHall().channel('l1', ['pa:F1>', 'pb:F1<'], [STRAIGHT_JUMPER.id, null, JUMPER.id]).build()));
  const planner = new PlannerPage(page);
  await planner.open();
  await planner.openFile(file);
  await planner.settled();
  await expect(planner.status).toContainText('6 cables');

  await page.getByRole('grid', { name: 'Cables' }).getByText('s1:p1–w:1/1#1').click();
  const channel = planner.inspector.getByRole('region', { name: 'Channel' });
  await expect(channel.getByRole('listitem')).toHaveCount(4);
  await expect(channel).toContainText('Replace cable 3 (Multimode jumper) by one of type A');
  await expect(channel.getByText('fault')).toHaveCount(1);
  await expect(channel.locator('[aria-current="true"]')).toContainText('Straight jumper · type A');
  await expectClean(page, 'light');

  const trunk = channel.getByRole('button', { name: /Trunk of four/ });
  await trunk.focus();
  await page.keyboard.press('Enter');
  await expect(planner.inspector.getByRole('region', { name: 'Channel s1:p1–w:1/1' })).toContainText('leg 1');
  await expect(planner.inspector.getByRole('region', { name: 'Channel s2:p1–w:2/1' })).toBeVisible();
  await expect(planner.inspector).toContainText('Adapter of a patch panel');
});
