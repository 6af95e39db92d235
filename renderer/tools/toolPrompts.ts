/** What a tool waits for before its gesture begins, where nothing on the drawing tells; said in the status line. */
import type { ToolId } from '../state/sessionStore.ts';

export const toolPrompts: Partial<Readonly<Record<ToolId, string>>> = {
  measure: 'Measure: set the first point',
  measureTrays: 'Along trays: set the first of two places',
  dimension: 'Dimension: set its first point',
};
