/** What a step is called. */
import type { ExpansionStep } from './expansion.ts';

export function stepTitle({ kind, devices, cabinets, widened }: ExpansionStep): string {
  switch (kind) {
    case 'install':
      return sentence([
        ...(widened > 0 ? [`widen ${widened} ${widened === 1 ? 'pathway' : 'pathways'}`] : []),
        ...(cabinets > 0 ? [`place ${cabinets} cabinets`] : []),
        ...(devices > 0 ? [`mount ${devices} devices, seat optics`] : []),
      ]);
    case 'pull':
      return 'Pull and dress new cables, plug none';
    case 'connect':
      return 'Plug in what has free ports, verify';
    case 'move':
      return 'Drain, move, verify, bring back';
  }
}

function sentence(parts: readonly string[]): string {
  const text = parts.join(', ');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
