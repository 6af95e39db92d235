/** Where on the screen places of the plan are, read as a person reads them. */
import { expect } from '@playwright/test';
import { plainText, type PlannerPage } from './plannerPage.ts';

export type PlaceOnScreen = (xMm: number, yMm: number) => { readonly x: number; readonly y: number };

/** Screen places of the plan, as the status bar tells them under the pointer. */
export async function placesOf(planner: PlannerPage): Promise<PlaceOnScreen> {
  const { page } = planner;
  const told = async (x: number, y: number): Promise<readonly [number, number]> => {
    const read = async (): Promise<readonly number[]> =>
      [...(await plainText(planner.status)).matchAll(/\b[xy] (−?[\d ]*\d)/gu)].map(([, digits = '']) =>
        Number(digits.replace(/\s/g, '').replace('−', '-')),
      );
    await page.mouse.move(x - 1, y);
    const before = await read();
    await page.mouse.move(x, y);
    await expect.poll(async () => (await read())[0]).not.toBe(before[0]);
    const [xMm = 0, yMm = 0] = await read();
    return [xMm, yMm];
  };
  const { x, y } = await planner.middle();
  const [one, other] = [await told(x - 100, y - 100), await told(x + 100, y + 100)];
  const pxPerMm = 200 / (other[0] - one[0]);
  return (xMm, yMm) => ({ x: x - 100 + (xMm - one[0]) * pxPerMm, y: y - 100 + (yMm - one[1]) * pxPerMm });
}
