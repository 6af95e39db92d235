import { describe, expect, it } from 'vitest';
import { toScreen } from '../../../renderer/canvas/camera.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';
import { ToolDriver } from '../../support/toolDriver.ts';

describe('a corner set by number', () => {
  it.each(['hall', 'tray', 'deliveryPath'] as const)(
    'of the tool %s is brought into the view with floor around it, one set by click is not',
    (tool) => {
      const driver = new ToolDriver(new PlanBuilder().hall().build(), tool);
      const { viewport } = driver.session.getState();
      const seen = () => driver.session.getState().camera;
      driver.click(1000, 5000, { ctrl: true });
      const before = seen();
      driver.click(2000, 5000, { ctrl: true });
      expect(seen()).toBe(before);
      driver.move(3000, 5000, { ctrl: true });
      for (const key of ['6', '0', ' ', 'm', 'Enter']) driver.key(key);
      const { xPx, yPx } = toScreen(seen(), { xMm: 62_000, yMm: 5000 });
      expect(Math.round(xPx)).toBe(viewport.widthPx - 80);
      expect(Math.round(yPx)).toBe(Math.round(toScreen(before, { xMm: 62_000, yMm: 5000 }).yPx));
      expect(seen().pxPerMm).toBe(before.pxPerMm);
    },
  );
});
