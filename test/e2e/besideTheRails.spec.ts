/** What stands beside the rails and in half a unit, and cable managers: mounted, moved and turned about by mouse and by keys. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PlannerPage } from './support/plannerPage.ts';

const PDU = 'Rack PDU, vertical';
/** From the middle of a cabinet to beside its rails. */
const RAIL_PX = 56;

function device(page: Page, name: string): Locator {
  return page.getByRole('application', { name: 'Elevation' }).getByRole('button', { name: new RegExp(`^${name},`) });
}

function type(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'What can be mounted' }).getByRole('button', { name: new RegExp(`^${name}`) });
}

async function elevations(page: Page, count: 1 | 8): Promise<PlannerPage> {
  const planner = new PlannerPage(page);
  await planner.openSample('eight-cabinets');
  await planner.find('A04');
  if (count > 1) {
    await planner.drawing.focus();
    await page.keyboard.press('Control+a');
  }
  await page.keyboard.press('e');
  await expect(page.getByRole('application', { name: 'Elevation' })).toBeVisible();
  return planner;
}

/** The middle of what is drawn. */
async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

test('a rack PDU is dragged to the other side of its cabinet, and into another cabinet', async ({ page }) => {
  const planner = await elevations(page, 8);
  await type(page, PDU).click();
  const pdu = device(page, 'Rack PDU 1');
  await expect(pdu).toHaveAccessibleName(/0U, rear left, past U1 to U38/);
  // Beside the rails of a face, about midway up; seen from behind, left and right are as on the screen.
  const beside = async (cabinet: number, face: 'Front' | 'Rear', side: 'left' | 'right'): Promise<{ x: number; y: number }> => {
    const { x, y } = await middleOf(page.getByRole('application', { name: 'Elevation' }).getByText(face, { exact: true }).nth(cabinet));
    return { x: x + (side === 'left' ? -RAIL_PX : RAIL_PX), y: y + 300 };
  };
  await drag(page, await beside(0, 'Rear', 'left'), await beside(0, 'Rear', 'right'));
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText(/Rack PDU 1 · A01, U1 to U38, rear right/);
  await page.mouse.up();
  await expect(pdu).toHaveAccessibleName(/0U, rear right, past U1 to U38/);
  await page.keyboard.press('Control+z');
  await expect(planner.status).toContainText('Undone: Move Rack PDU 1');
  await expect(pdu).toHaveAccessibleName(/0U, rear left/);

  // Well within the view, which scrolls under a hand at its edge.
  await drag(page, await beside(0, 'Rear', 'left'), await beside(1, 'Front', 'left'));
  await expect(page.getByRole('status', { name: 'Pointed at' })).toContainText(/Rack PDU 1 · A02, U1 to U38, front left/);
  await page.mouse.up();
  await expect(planner.inspector.getByText('Select cabinet A02')).toBeVisible();
});

test('a rack PDU goes up by a unit and to the other side by keys, and says what keeps it', async ({ page }) => {
  const planner = await elevations(page, 1);
  await type(page, PDU).focus();
  await page.keyboard.press('Enter');
  const pdu = device(page, 'Rack PDU 1');
  await expect(pdu).toHaveAccessibleName(/0U, rear left, past U1 to U38/);
  await pdu.focus();
  await page.keyboard.press('ArrowUp');
  await expect(pdu).toHaveAccessibleName(/past U2 to U39/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(pdu).toHaveAccessibleName(/0U, rear right, past U2 to U39/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(planner.status).toContainText('Rack PDU 1 is on the right already');
  await page.keyboard.press('Control+z');
  await expect(pdu).toHaveAccessibleName(/0U, rear left, past U2/);
});

for (const [name, place, yPx] of [
  ['Horizontal cable manager 1U', /U\d+, 1U, front$/, 150],
  ['Vertical cable manager, beside the rails', /0U, (front|rear) (left|right), past U\d+ to U\d+$/, 300],
] as const) {
  test(`a ${name.toLowerCase()}, is mounted by a click, by a drag and by keys`, async ({ page }) => {
    const planner = await elevations(page, 1);
    const elevation = page.getByRole('application', { name: 'Elevation' });
    const isMounted = async (): Promise<void> => {
      await expect(planner.inspector.getByRole('heading', { level: 2 })).toHaveText('manager1');
      await expect(device(page, 'manager1')).toHaveAccessibleName(place);
      await elevation.focus();
      await page.keyboard.press('Control+z');
      await expect(planner.status).toContainText('Undone: Mount');
    };
    await type(page, name).click();
    await isMounted();
    await type(page, name).dragTo(elevation, { targetPosition: { x: 80, y: yPx } });
    await isMounted();
    await type(page, name).focus();
    await page.keyboard.press('Enter');
    await isMounted();
  });
}
