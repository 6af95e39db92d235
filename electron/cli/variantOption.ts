/** The option of every command that reads a plan: which of its variants. */
import { Option } from 'commander';

export interface VariantOption {
  readonly variant?: string;
}

export function variantOption(): Option {
  return new Option('--variant <name>', 'the variant of this name in the file, instead of the one that is worked on');
}
