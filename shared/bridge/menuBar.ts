/**
 * The planner's part of the desktop's native menu, as the page tells it to the host: what stands in it, in its own words and with its own
 * keys, and what can be done now. The host adds what belongs to the system.
 */
import * as v from 'valibot';

/** From left to right; the host knows their titles. */
export const menuNames = ['file', 'edit', 'arrange', 'tools', 'view', 'help'] as const;
export type MenuName = (typeof menuNames)[number];

/** An id of the page's table of actions. */
export const actionId = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9.-]{1,64}$/, 'must be an action'));
const label = v.pipe(v.string(), v.regex(/^[^\p{Cc}]{1,80}$/u, 'must be a short line'));

const choice = v.strictObject({
  kind: v.literal('choice'),
  id: actionId,
  label,
  /** `Ctrl+Shift+S`; on macOS Ctrl stands for the command key. */
  shortcut: v.nullable(v.pipe(v.string(), v.regex(/^\P{Cc}{1,40}$/u, 'must be keys'))),
  /** Whether it can be done now. */
  enabled: v.boolean(),
});
const line = v.strictObject({ kind: v.literal('line') });
const branch = v.strictObject({ kind: v.literal('branch'), label, choices: v.pipe(v.array(choice), v.maxLength(60)) });
const entries = v.pipe(v.array(v.variant('kind', [choice, line, branch])), v.maxLength(60));

export const menuBar = v.strictObject({ file: entries, edit: entries, arrange: entries, tools: entries, view: entries, help: entries });

export type MenuChoice = v.InferOutput<typeof choice>;
export type MenuEntry = v.InferOutput<typeof entries>[number];
export type MenuBar = v.InferOutput<typeof menuBar>;

export const emptyMenuBar: MenuBar = { file: [], edit: [], arrange: [], tools: [], view: [], help: [] };

/** Every choice of the bar, those in branches too. */
export function menuChoices(bar: MenuBar): MenuChoice[] {
  return menuNames.flatMap((name) =>
    bar[name].flatMap((entry) => (entry.kind === 'choice' ? [entry] : entry.kind === 'branch' ? entry.choices : [])),
  );
}
