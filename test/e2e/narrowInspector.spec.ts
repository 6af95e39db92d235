/** The inspector of a narrow window shows the names of models whole. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
] as const)
  test(`shows the model of a cabinet and the type of a device whole at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const planner = new PlannerPage(page);
    await planner.openSample('one-megawatt-hall');
    for (const [name, label, value] of [
      ['A05', 'Model', 'Cabinet 700 × 1200, 52U'],
      ['su1-leaf1', 'Type', 'QM9700'],
    ] as const) {
      await planner.find(name);
      const field = planner.inspector.getByRole('combobox', { name: label, exact: true });
      await expect(field).toHaveValue(value);
      await expect(field).toHaveAttribute('title', value);
      expect(await field.evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
    }
  });
