/** What a step is called, and where it is done. */
import type { ExpansionStep, StepPlace } from './expansion.ts';

export function stepTitle({ kind, devices, cabinets, widened }: ExpansionStep): string {
  switch (kind) {
    case 'install':
      return sentence([
        ...(widened > 0 ? [`widen ${widened} ${widened === 1 ? 'pathway' : 'pathways'}`] : []),
        ...(cabinets > 0 ? [`place ${cabinets} ${cabinets === 1 ? 'cabinet' : 'cabinets'}`] : []),
        ...(devices > 0 ? [`mount ${devices} ${devices === 1 ? 'device' : 'devices'}, seat optics`] : []),
      ]);
    case 'pull':
      return 'Pull and dress new cables, plug none';
    case 'connect':
      return 'Plug in what has free ports, verify';
    case 'move':
      return 'Drain, move, verify, bring back';
  }
}

/** Names of cabinets, those of each hall after its name where the plan has several; beyond `most` in a hall the rest is counted. */
export function placesText(places: readonly StepPlace[], hasHalls: boolean, most: number): string {
  const byHall = new Map<string, string[]>();
  for (const { hall, cabinet } of places) byHall.set(hall, [...(byHall.get(hall) ?? []), cabinet]);
  return [...byHall]
    .map(([hall, all]) => {
      const names = all.length <= most ? all.join(' ') : `${all.slice(0, most).join(' ')} and ${all.length - most} more`;
      return hasHalls ? `${hall}: ${names}` : names;
    })
    .join('; ');
}

function sentence(parts: readonly string[]): string {
  const text = parts.join(', ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
