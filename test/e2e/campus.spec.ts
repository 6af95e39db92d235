/** A campus in the planner: halls in tabs, links across them, and what lies in a cabinet's openings and managers. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { generateCampus } from '../../shared/templates/campus/campus.ts';
import { PlannerPage } from './support/plannerPage.ts';

test('shows each hall in a tab, and the way of a link through the conduits; a cabinet tells what lies in its openings', async ({
  page,
}) => {
  const campus = generateCampus(loadCatalog(), { halls: 2, preset: 'h100', su: 1, uplinksPerHall: 8 });
  if (!campus.ok) throw new Error(campus.error.message);
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.openText('campus.raceway', serializePlan(campus.value));
  for (const name of ['Core hall', 'Data hall 1', 'Data hall 2']) await expect(page.getByRole('tab', { name })).toBeVisible();
  await expect(planner.status).toContainText(/1.028 cables/);

  await page.getByRole('tab', { name: 'Core hall' }).click();
  await planner.find('A01');
  const { inspector } = planner;
  const parts = inspector.getByRole('region', { name: 'Openings and managers' });
  await inspector.getByRole('button', { name: /^Openings and managers/ }).click();
  await expect(parts).toContainText('Rear top opening');
  await expect(parts).toContainText(/\d+ cables?, [\d.]+ % of 50 %/);
  await inspector.getByLabel('Cable feed').click();
  await page.getByRole('option', { name: 'From the bottom' }).click();
  await expect(planner.status).toContainText(/[1-9]\d* errors?/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
});
