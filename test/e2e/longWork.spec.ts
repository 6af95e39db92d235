/** Work that lasts: what it does and how far it is stands in the status line, with a way out and a way back. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { loadCatalog } from '../../electron/catalogFiles.ts';
import { serializePlan } from '../../shared/plan/serializePlan.ts';
import { generateRailOptimised } from '../../shared/templates/railOptimised.ts';
import { PlannerPage } from './support/plannerPage.ts';

/** Sixty-four scalable units in trays of a fifth of their width: finding room takes seconds, and there is none for thousands. */
function hopelessHall(): string {
  const made = generateRailOptimised(loadCatalog(), { preset: 'b200', su: 64, ufm: false });
  if (!made.ok) throw new Error(made.error.message);
  const segments = [...made.value.segments].map(
    ([id, segment]) => [id, { ...segment, widthMm: Math.max(10, Math.round(segment.widthMm / 5)) }] as const,
  );
  return serializePlan({ ...made.value, segments: new Map(segments) });
}

test('shows figures of a full hall at once, and lets the person leave the rest undone and take it up again', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.open();
  await planner.openText('full.raceway', hopelessHall());
  const cancel = planner.status.getByRole('button', { name: 'Cancel' });
  await expect(planner.status).toContainText('finding room in full pathways');
  await expect(planner.status).toContainText(/49.152 links on/);
  await expect(planner.status).toHaveAttribute('aria-busy', 'true');
  await cancel.click();
  const goOn = planner.status.getByRole('button', { name: 'Work them out' });
  await expect(goOn).toBeVisible();
  await expect(planner.status).toHaveAttribute('aria-busy', 'false');
  const { violations } = await new AxeBuilder({ page }).include('footer').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await goOn.click();
  await expect(planner.status).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  await expect(goOn).toBeHidden();
  await expect(cancel).toBeHidden();
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(page.getByRole('grid', { name: 'Findings' })).toContainText('no room');
});
