/** Hours under each labor profile beside each other, in the drawer. */
import { expect, test } from '@playwright/test';
import { PlannerPage, plainText } from './support/plannerPage.ts';

test('sets labor profiles beside each other, in hours and in money, and derives each task', async ({ page }) => {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.settled();
  await page.getByRole('tab', { name: 'Hours' }).click();
  const table = page.getByRole('region', { name: 'Hours by task' });
  const figures = (name: string): Promise<string[]> =>
    table
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('cell')
      .allTextContents();

  await test.step('one of them is the plan’s, and another is taken in one step', async () => {
    const chosen = table.getByRole('button', { pressed: true });
    const first = await plainText(chosen);
    const before = await planner.hours();
    await table.getByRole('button', { pressed: false }).first().click();
    await expect(chosen).not.toHaveText(first);
    expect(await planner.hours()).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect(chosen).toHaveText(first);
    expect(await planner.hours()).toBe(before);
  });

  await test.step('money is unknown until the plan has a rate', async () => {
    expect((await figures('Labor cost')).slice(0, 3)).toEqual(['unknown', 'unknown', 'unknown']);
    await table.getByRole('button', { name: 'Set it in the plan settings' }).click();
    const rate = page.getByRole('textbox', { name: 'Labor rate' });
    await rate.fill('60');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByText('“60” is not an amount with its currency; write it as USD 60 or 55.50 EUR')).toBeVisible();
    await rate.fill('USD 60');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(async () => (await figures('Labor cost'))[0]).toMatch(/^USD /);
    const [hours, cost] = [(await figures('Person-hours'))[0], (await figures('Labor cost'))[0]].map((text) =>
      Number((text ?? '').replace(/[^\d.]/g, '')),
    );
    // The hours are shown to the tenth.
    expect(Math.abs((cost ?? 0) - 60 * (hours ?? 0))).toBeLessThanOrEqual(3);
    expect((await figures('Break-even a cable')).filter((text) => text.includes('USD'))).toHaveLength(2);
  });

  await test.step('a task opens on its derivation, by key too', async () => {
    const mate = table.getByRole('button', { name: 'Mate a cable end' });
    await mate.focus();
    await page.keyboard.press('Enter');
    await expect(mate).toHaveAttribute('aria-expanded', 'true');
    await expect(table).toContainText(/384 cable ends × 0\.5 min ÷ 60 ÷ 0\.5 utilization = 6\.4 h/);
    await expect(table).toContainText('assumption: remove caps, read both labels, plug, listen for the click');
  });

  await test.step('the tasks that make the difference come first when asked', async () => {
    await table.getByRole('button', { name: 'Difference' }).click();
    await expect(table.getByRole('row').nth(8)).toContainText('Terminate a fiber end');
  });
});
