import { roomBesideRailsMm } from '../plan/mountPlace.ts';
import { must } from '../assert.ts';
import { checkEachCabinet } from './cabinetRule.ts';
import { middleOf } from '../geometry/polygons.ts';
import { devicesIn } from './cabinetTotals.ts';
import { millimetres } from './figures.ts';

/** A device lies within the rack units of its cabinet, and is neither deeper than the cabinet nor wider than the room beside its rails. */
export const deviceFit = checkEachCabinet({
  codes: ['device.outside-units', 'device.too-deep', 'device.too-wide'],
  title: 'Devices fit their cabinets in height, depth and width',
  grounds: () => [],
  reachMm: () => null,
  *judge({ survey }, row) {
    const surveyed = must(survey.cabinets[row], 'cabinet');
    const { cabinet, model, corners } = surveyed;
    for (const { device, type } of devicesIn(survey, surveyed)) {
      const topU = device.positionU + type.heightU - 1;
      const isOutside = device.positionU < 1 || topU > model.rackUnits;
      const isTooDeep = type.depthMm > model.usableDepthMm;
      const roomMm = roomBesideRailsMm(model.widthMm);
      const isTooWide = type.mount === 'beside-rails' && type.widthMm > roomMm;
      if (!isOutside && !isTooDeep && !isTooWide) continue;
      const ids = [cabinet.id, device.id].sort();
      const place = { hall: cabinet.hall, at: middleOf(corners) };
      if (isOutside) {
        yield {
          code: 'device.outside-units',
          severity: 'error',
          ids,
          place,
          message: `${device.name} (${type.name}) reaches out of the rack units of cabinet ${cabinet.name}`,
          required: `U1 to U${model.rackUnits}`,
          actual: `U${device.positionU} to U${topU}`,
          mend: `Mount ${device.name} within the cabinet, or choose a taller cabinet`,
        };
      }
      if (isTooDeep) {
        yield {
          code: 'device.too-deep',
          severity: 'error',
          ids,
          place,
          message: `${device.name} (${type.name}) is too deep for cabinet ${cabinet.name} (${model.name})`,
          required: `at most ${millimetres(model.usableDepthMm)}`,
          actual: millimetres(type.depthMm),
          mend: 'Choose a deeper cabinet',
        };
      }
      if (isTooWide) {
        yield {
          code: 'device.too-wide',
          severity: 'error',
          ids,
          place,
          message: `${device.name} (${type.name}) is wider than the room beside the rails of cabinet ${cabinet.name} (${model.name})`,
          required: `at most ${millimetres(roomMm)}`,
          actual: millimetres(type.widthMm),
          mend: 'Choose a wider cabinet, or one that is mounted in rack units',
        };
      }
    }
  },
});
