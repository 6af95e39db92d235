/** The page lives under the strict policy: nothing is blocked, because nothing inline or evaluated is ever asked for. */
import { expect, test } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

test('opens, shows its dialogs and menus, and works a plan without one breach of the content security policy or an error on the console', async ({
  page,
}) => {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const planner = new PlannerPage(page);
  const response = page.waitForResponse((answer) => answer.url().includes('?sample='));
  await planner.openSample('eight-cabinets');
  expect((await response).headers()['content-security-policy']).toContain("script-src 'self'");

  for (const shortcut of ['g', 'Control+e', '?']) {
    await planner.drawing.focus();
    await page.keyboard.press(shortcut);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(troubles).toEqual([]);
});

test('gives each response a nonce of its own', async ({ request }) => {
  const policies = await Promise.all([1, 2].map(async () => (await request.get('/')).headers()['content-security-policy']));
  expect(policies[0]).not.toEqual(policies[1]);
});

test('does not run a script that is written into the page', async ({ page }) => {
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.wasRun = true';
    document.head.append(script);
    return 'wasRun' in window;
  });
  expect(ran).toBe(false);
});
