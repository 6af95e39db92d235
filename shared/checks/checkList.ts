import type { Check } from './types.ts';
import { aisleWidth } from './aisleWidth.ts';
import { cabinetFill } from './cabinetFill.ts';
import { cabinetMass } from './cabinetMass.ts';
import { cabinetOnObstacle } from './cabinetOnObstacle.ts';
import { cabinetOutsideHall } from './cabinetOutsideHall.ts';
import { cabinetOverlap } from './cabinetOverlap.ts';
import { cabinetPower } from './cabinetPower.ts';
import { cabinetTooTall } from './cabinetTooTall.ts';
import { cableReach } from './cableReach.ts';
import { cableStock } from './cableStock.ts';
import { cageOptics } from './cageOptics.ts';
import { channelBudget } from './channelBudget.ts';
import { channelLight } from './channelLight.ts';
import { connectors } from './connectors.ts';
import { deliveryWay } from './deliveryWay.ts';
import { deviceFit } from './deviceFit.ts';
import { dimensions } from './dimensions.ts';
import { diversity } from './diversity.ts';
import { doorOverlap } from './doorOverlap.ts';
import { doorSize } from './doorSize.ts';
import { doorSwing } from './doorSwing.ts';
import { fabricSlots } from './fabricSlots.ts';
import { feedLoss } from './feedLoss.ts';
import { floorLoad } from './floorLoad.ts';
import { hallOverlap } from './hallOverlap.ts';
import { hallPower } from './hallPower.ts';
import { keepClear } from './keepClear.ts';
import { lengthPlans } from './lengthPlans.ts';
import { loadZones } from './loadZones.ts';
import { loomDecisions } from './loomDecisions.ts';
import { namesTwice } from './namesTwice.ts';
import { noRoom } from './noRoom.ts';
import { noRoute } from './noRoute.ts';
import { overrides } from './overrides.ts';
import { pathwayFill } from './pathwayFill.ts';
import { pathwayMass } from './pathwayMass.ts';
import { pathwayPlace } from './pathwayPlace.ts';
import { pathwaySurvey } from './pathwaySurvey.ts';
import { portMissing } from './portMissing.ts';
import { portUse } from './portUse.ts';
import { powerSeparation } from './powerSeparation.ts';
import { routeRules } from './routeRules.ts';
import { ruledOut } from './ruledOut.ts';
import { surplusRoom } from './surplusRoom.ts';
import { trunkLegs } from './trunkLegs.ts';
import { underObstacle } from './underObstacle.ts';
import { unitsTaken } from './unitsTaken.ts';

/** Every rule that a plan is checked by; their order does not matter. */
export const CHECKS: readonly Check[] = [
  hallOverlap,
  cabinetOverlap,
  cabinetOutsideHall,
  cabinetOnObstacle,
  cabinetTooTall,
  underObstacle,
  namesTwice,
  aisleWidth,
  dimensions,
  doorOverlap,
  doorSize,
  doorSwing,
  deliveryWay,
  floorLoad,
  loadZones,
  deviceFit,
  unitsTaken,
  cabinetMass,
  cabinetPower,
  hallPower,
  feedLoss,
  fabricSlots,
  portMissing,
  portUse,
  connectors,
  cageOptics,
  noRoute,
  noRoom,
  cableReach,
  cableStock,
  channelLight,
  channelBudget,
  lengthPlans,
  trunkLegs,
  loomDecisions,
  surplusRoom,
  overrides,
  pathwayFill,
  cabinetFill,
  pathwayMass,
  pathwayPlace,
  pathwaySurvey,
  keepClear,
  powerSeparation,
  routeRules,
  ruledOut,
  diversity,
];
