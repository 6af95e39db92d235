/** The derivation of a loom, and of the loom that a cable is in. */
import { plural } from './takeoffText.ts';
import type { CableLoom } from '../../shared/engine/cableExplanation.ts';
import { connectorText, openingText } from '../../shared/looms/buildSheet.ts';
import { makerLegsText } from '../../shared/looms/trunkLegs.ts';
import { insteadText, MADE_TEXTS, pullReason, type LoomReport } from '../../shared/looms/describeLoom.ts';
import { grouped, left, metresText, right } from './alignedTable.ts';
import { facts, type Dossier, type DossierPart } from './dossier.ts';

export function loomDossier(loom: LoomReport): Omit<Dossier, 'json'> {
  const { family, breakouts, pull } = loom;
  const legs: DossierPart = {
    columns: [
      right('Leg'),
      left('Cable'),
      ...([0, 1] as const).flatMap((end) => [
        left(breakouts[end].cabinetName),
        right('U'),
        left('Port'),
        right('Leg m'),
        right('To port m'),
      ]),
      right('Made m'),
      right('Required m'),
      left(''),
    ],
    rows: loom.legs.map((leg) => [
      String(leg.number),
      leg.cableName,
      ...leg.ends.flatMap(({ device, positionU, port, madeMm, portMm }) => [
        device,
        String(positionU),
        port,
        metres(madeMm),
        metres(portMm),
      ]),
      metres(leg.madeMm ?? loom.lengthMm),
      metres(leg.requiredMm),
      leg.fits === null ? 'no length serves' : leg.fits ? '' : 'too short',
    ]),
  };
  return {
    title: `loom ${loom.name} (${MADE_TEXTS[loom.made]}): ${loom.cables} × ${family.name}, ${breakouts[0].cabinetName} to ${breakouts[1].cabinetName}`,
    parts: [
      facts([
        ['Bound', metresText(loom.boundMm), 'from opening to opening'],
        [
          'Trunk',
          metresText(loom.trunkMm),
          loom.made === 'custom' ? 'bound part with slack and tolerance, in whole steps' : 'as far as it is bound',
        ],
        [
          'Length',
          metresText(loom.lengthMm),
          loom.made === 'custom'
            ? ['trunk and the longest legs', insteadText(loom, metresText)].filter((part) => part !== null).join(', ')
            : 'one length for all of its cables',
        ],
        ...(loom.made === 'trunk' ? ([['Legs', '', makerLegsText(family, metresText)]] as const) : []),
        ['Diameter', `${grouped(loom.diameterMm, 1)} mm`],
        ['Mass', `${grouped(loom.massG / 1000, 2)} kg`],
        ['Fibers', loom.fibers === null ? 'unknown' : grouped(loom.fibers)],
        ['Connectors', connectorText(family, 'endA'), `and ${connectorText(family, 'endB')}, polarity ${family.polarity ?? 'none'}`],
        ['Breakout 1', breakouts[0].cabinetName, `${openingText(breakouts[0])} opening, ${breakouts[0].hallName}`],
        ['Breakout 2', breakouts[1].cabinetName, `${openingText(breakouts[1])} opening, ${breakouts[1].hallName}`],
        ['Pulled from', breakouts[pull.end].cabinetName, pullReason(pull)],
        ...(loom.decision === null ? [] : ([['Decided', loom.decision, 'bound by hand']] as const)),
      ]),
      legs,
    ],
  };
}

/** What a cable's own derivation says of its loom. */
export function loomFacts(loom: CableLoom | null): [string, string, string?][] {
  if (loom === null) return [];
  return [
    [
      'Loom',
      loom.name,
      `${plural(loom.members, 'cable')}, ${MADE_TEXTS[loom.made]}, ${metresText(loom.lengthMm)}${instead(loom)}, pulled from ${loom.pulledFrom}`,
    ],
    ...loom.legs.map(({ cabinet, portMm, madeMm }): [string, string, string] => [
      'Leg',
      metresText(madeMm),
      `at ${cabinet}: ${metresText(portMm)} from the opening to the port`,
    ]),
  ];
}

function instead({ insteadOfMm }: CableLoom): string {
  return insteadOfMm === null ? '' : ` instead of the ordered ${metresText(insteadOfMm)}`;
}

function metres(lengthMm: number | null): string {
  return lengthMm === null ? '?' : grouped(lengthMm / 1000, 2);
}
