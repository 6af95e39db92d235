/** What is typed after a click into a choice that can be searched takes the place of the name that stands there. */
import type { MouseEvent } from 'react';

export function takeWhole({ currentTarget }: MouseEvent<HTMLInputElement>): void {
  currentTarget.select();
}
