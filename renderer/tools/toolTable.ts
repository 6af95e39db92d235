/** Every tool there is, by its id. */
import type { ToolId } from '../state/sessionStore.ts';
import { connectTool } from './connectTool.ts';
import { deliveryTool } from './deliveryTool.ts';
import { dimensionTool } from './dimensionTool.ts';
import { doorTool } from './doorTool.ts';
import { hallTool } from './hallTool.ts';
import { measureTool } from './measureTool.ts';
import { measureTraysTool } from './measureTraysTool.ts';
import { noteTool } from './noteTool.ts';
import { obstacleTool } from './obstacleTool.ts';
import { panTool } from './panTool.ts';
import { placeTool } from './placeTool.ts';
import { podTool } from './podTool.ts';
import { rowTool } from './rowTool.ts';
import { selectTool } from './selectTool.ts';
import { spanTool } from './spanTool.ts';
import { tileOriginTool } from './tileOriginTool.ts';
import { traceTool } from './traceTool.ts';
import { trayTool } from './trayTool.ts';
import type { Handlers, Tool } from './tool.ts';

/** The state of whatever tool is in the hand; only the tool itself knows more of it. */
export interface AnyState {
  readonly name: string;
}
export type AnyHandlers = Handlers<AnyState, AnyState>;

/** Each tool keeps to its own states; the host only passes them back to it. */
const tools: Readonly<Record<ToolId, unknown>> = {
  select: selectTool,
  row: rowTool,
  place: placeTool,
  pod: podTool,
  tray: trayTool,
  pan: panTool,
  measure: measureTool,
  measureTrays: measureTraysTool,
  dimension: dimensionTool,
  note: noteTool,
  hall: hallTool,
  door: doorTool,
  obstacle: obstacleTool,
  tileOrigin: tileOriginTool,
  deliveryPath: deliveryTool,
  connect: connectTool,
  span: spanTool,
  trace: traceTool,
};

/** Every tool, and the states that it can be in: `tray.drawing`. */
export const toolIds = Object.keys(tools) as ToolId[];
export const toolStates: readonly string[] = toolIds.flatMap((id) => Object.keys(toolOf(id).states).map((state) => `${id}.${state}`));

/** A tool by its id, as the host holds it. */
export function toolOf(id: ToolId): Tool<AnyState> {
  return tools[id] as Tool<AnyState>;
}
