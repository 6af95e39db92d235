/** What a step is called. */
import type { ExpansionStep } from './expansion.ts';

export function stepTitle({ kind, devices, cabinets }: ExpansionStep): string {
  switch (kind) {
    case 'install':
      return cabinets > 0 ? `Place ${cabinets} cabinets, mount ${devices} devices, seat optics` : `Mount ${devices} devices, seat optics`;
    case 'pull':
      return 'Pull and dress new cables, plug none';
    case 'connect':
      return 'Plug in what has free ports, verify';
    case 'move':
      return 'Drain, move, verify, bring back';
  }
}
