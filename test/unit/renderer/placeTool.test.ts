import { describe, expect, it } from 'vitest';
import { cabinetCatalog } from '../../../renderer/panels/cabinetCatalog.ts';
import { filterCatalog } from '../../../renderer/panels/filterCatalog.ts';
import { must } from '../../../shared/assert.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { CABINET } from '../../support/testCatalog.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

/** One cabinet (600 × 1200) of row A, and the test model in hand. */
function inHand(): ToolDriver {
  const driver = new ToolDriver(new PlanBuilder().hall().cabinet('A01', 3000, 3000, { row: 'A' }).build());
  driver.session.setState({ placing: CABINET, tool: 'place' });
  return driver;
}

function placed(driver: ToolDriver): string[] {
  return [...driver.plan.getState().plan.cabinets.values()]
    .map(({ name, xMm, yMm, rotationDeg, row }) => `${name} ${xMm},${yMm} ${rotationDeg}° row ${row ?? 'none'}`)
    .sort();
}

describe('placing from the catalog', () => {
  it('shows the cabinet under the pointer and changes nothing yet', () => {
    const driver = inHand().move(9000, 9000, { ctrl: true });
    const preview = must(driver.session.getState().preview, 'preview');
    expect(preview.moving.size).toBe(1);
    expect(preview.text).toContain('C01');
    expect(placed(driver)).toEqual(['A01 3000,3000 0° row A']);
  });

  it('places one a click, each an undo step, and keeps the model in hand', () => {
    const driver = inHand().move(9000, 9000, { ctrl: true }).click(9000, 9000, { ctrl: true });
    driver.move(12_000, 9000, { ctrl: true }).click(12_000, 9000, { ctrl: true });
    expect(placed(driver)).toEqual(['A01 3000,3000 0° row A', 'C01 8700,8400 0° row none', 'C02 11700,8400 0° row none']);
    expect(driver.session.getState().tool).toBe('place');
    expect(driver.plan.getState().past.map(({ label }) => label)).toEqual(['Place C01', 'Place C02']);
  });

  it('snaps to the side of a row, joins it, and is named on', () => {
    const driver = inHand().move(3930, 3620).click(3930, 3620);
    expect(placed(driver)).toEqual(['A01 3000,3000 0° row A', 'A02 3600,3000 0° row A']);
  });

  it('turns by R, also the next one', () => {
    const driver = inHand().move(9000, 9000, { ctrl: true });
    expect(driver.key('r')).toBe(true);
    driver.click(9000, 9000, { ctrl: true }).move(12_000, 9000, { ctrl: true }).click(12_000, 9000, { ctrl: true });
    expect(placed(driver)).toContain('C01 8400,8700 90° row none');
    expect(placed(driver)).toContain('C02 11400,8700 90° row none');
  });

  it('leaves nothing behind when it is cancelled or put away', () => {
    const driver = inHand().move(9000, 9000);
    expect(driver.host.cancel()).toBe(true);
    expect(driver.session.getState().preview).toBeNull();
    driver.move(9000, 9000).session.setTool('select');
    expect(driver.session.getState().preview).toBeNull();
    expect(placed(driver)).toEqual(['A01 3000,3000 0° row A']);
  });
});

describe('the catalog', () => {
  it('has every shipped cabinet model once, by maker', () => {
    const catalog = cabinetCatalog();
    expect(catalog.map(({ maker }) => maker)).toEqual(['APC', 'Dell', 'Eaton', 'Generic', 'Legrand', 'Vertiv']);
    const ids = catalog.flatMap(({ models }) => models.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is filtered by all words, in maker or name', () => {
    const found = filterCatalog(cabinetCatalog(), 'dell 1200');
    expect(found.map(({ maker }) => maker)).toEqual(['Dell']);
    expect(found[0]?.models.every(({ name }) => name.includes('1200'))).toBe(true);
    // Sizes are written with a cross, an x, and with spaces or none.
    const written = ['600x1070', '600 x 1070', '600 × 1070'].map((text) => filterCatalog(cabinetCatalog(), text));
    expect(written[0]?.length).toBeGreaterThan(0);
    expect(written[1]).toEqual(written[0]);
    expect(written[2]).toEqual(written[0]);
    expect(filterCatalog(cabinetCatalog(), 'nothing like it')).toEqual([]);
  });
});
