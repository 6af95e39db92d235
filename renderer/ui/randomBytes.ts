/** The page's source of chance, for ids of what people make. Commands get it as an argument, so that tests give their own. */
import type { RandomBytes } from '../../shared/plan/ids.ts';

export const randomBytes: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count));
