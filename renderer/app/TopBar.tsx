/** Name, menus, modes, search, and what belongs to the window as a whole. */
import { Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconLayoutBottombar,
  IconLayoutSidebarRight,
  IconMoon,
  IconSun,
  type Icon,
} from '@tabler/icons-react';
import { dialogs } from '../dialogs/dialogStore.ts';
import { useFile, usePlan, usePlanner, useSession } from '../state/plannerContext.ts';
import type { Mode } from '../state/sessionStore.ts';
import { rove } from '../ui/roving.ts';
import { FileMenu } from './FileMenu.tsx';
import { Mark } from './Mark.tsx';
import { panes, usePanes, useSidePane } from './panes.ts';
import { SearchBox } from './SearchBox.tsx';
import { useResolvedTheme } from './useResolvedTheme.ts';
import { VariantMenu } from './VariantMenu.tsx';
import styles from './TopBar.module.css';

const modes: readonly { readonly id: Mode; readonly name: string }[] = [
  { id: 'plan', name: 'Plan' },
  { id: 'elevation', name: 'Elevation' },
  { id: 'sheets', name: 'Sheets' },
];

export function TopBar() {
  return (
    <header className={styles.bar}>
      <h1 className={styles.brand}>
        <Mark />
        <span className={styles.brandName}>Raceway</span>
      </h1>
      <FileMenu />
      <Modes />
      <UndoRedo />
      <FileName />
      <span className={styles.space} />
      <SearchBox />
      <VariantMenu />
      <WindowControls />
    </header>
  );
}

function Modes() {
  const { session } = usePlanner();
  const mode = useSession((state) => state.mode);
  return (
    <div className={styles.modes} role="tablist" aria-label="Mode" onKeyDown={(event) => rove(event, 'horizontal', true)}>
      {modes.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={mode === id}
          tabIndex={mode === id ? 0 : -1}
          className={styles.mode}
          onClick={() => session.setState({ mode: id })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function UndoRedo() {
  const { plan } = usePlanner();
  const undo = usePlan((state) => state.past.at(-1)?.label ?? null);
  const redo = usePlan((state) => state.future.at(-1)?.label ?? null);
  return (
    <div className={styles.group}>
      <BarButton
        icon={IconArrowBackUp}
        name="Undo"
        tooltip={undo === null ? 'Nothing to undo' : `Undo: ${undo} (Ctrl+Z)`}
        disabled={undo === null}
        onClick={() => plan.undo()}
      />
      <BarButton
        icon={IconArrowForwardUp}
        name="Redo"
        tooltip={redo === null ? 'Nothing to redo' : `Redo: ${redo} (Ctrl+Shift+Z)`}
        disabled={redo === null}
        onClick={() => plan.redo()}
      />
    </div>
  );
}

function FileName() {
  const name = useFile((state) => state.name);
  const dirty = useFile((state) => state.dirty);
  return (
    <span className={styles.file} title={dirty ? `${name}, with unsaved changes` : name}>
      <span className={styles.fileName}>{name}</span>
      {dirty ? <span className={styles.dirty} role="img" aria-label="Unsaved changes" /> : null}
    </span>
  );
}

function WindowControls() {
  const { session } = usePlanner();
  const scheme = useResolvedTheme();
  const mode = useSession((state) => state.mode);
  const drawerOpen = usePanes((state) => state.drawerOpen);
  const inspector = useSidePane('inspector');
  const inspectorOpen = inspector.place !== 'hidden';
  const ThemeIcon = scheme === 'dark' ? IconMoon : IconSun;
  return (
    <div className={styles.group}>
      {mode === 'sheets' ? null : (
        <>
          <BarButton
            icon={IconLayoutBottombar}
            name="Tables"
            tooltip={drawerOpen ? 'Hide the tables' : 'Show the tables'}
            pressed={drawerOpen}
            onClick={() => panes.setState({ drawerOpen: !drawerOpen })}
          />
          <BarButton
            icon={IconLayoutSidebarRight}
            name="Inspector"
            tooltip={inspectorOpen ? 'Hide the inspector' : 'Show the inspector'}
            pressed={inspectorOpen}
            onClick={inspector.toggle}
          />
        </>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={styles.button} aria-label="Appearance" title="Appearance">
            <ThemeIcon size={18} stroke={1.6} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <AppearanceItems />
        </Menu.Dropdown>
      </Menu>
      <BarButton
        icon={IconKeyboard}
        name="Keyboard shortcuts"
        tooltip="Keyboard shortcuts (?)"
        onClick={() => dialogs.setState({ open: 'shortcuts' })}
      />
    </div>
  );

  function AppearanceItems() {
    const { theme, unitsChoice, wheel } = session.getState();
    return (
      <>
        <Menu.RadioGroup
          value={theme}
          onChange={(value) => session.setState({ theme: value === 'light' || value === 'dark' ? value : 'system' })}
        >
          <Menu.Label>Theme</Menu.Label>
          <Menu.RadioItem closeMenuOnClick value="light">
            Light
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="dark">
            Dark
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="system">
            As the system
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={unitsChoice}
          onChange={(value) => session.setState({ unitsChoice: value === 'metric' || value === 'imperial' ? value : 'plan' })}
        >
          <Menu.Label>Units on screen</Menu.Label>
          <Menu.RadioItem closeMenuOnClick value="plan">
            As the plan
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="metric">
            Metric
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="imperial">
            Imperial
          </Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup value={wheel} onChange={(value) => session.setState({ wheel: value === 'pans' ? 'pans' : 'zooms' })}>
          <Menu.Label>Wheel of the mouse</Menu.Label>
          <Menu.RadioItem closeMenuOnClick value="zooms">
            Zooms to the pointer
          </Menu.RadioItem>
          <Menu.RadioItem closeMenuOnClick value="pans">
            Scrolls, with Ctrl zooms
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </>
    );
  }
}

interface BarButtonProps {
  readonly icon: Icon;
  readonly name: string;
  readonly tooltip: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

function BarButton({ icon: ButtonIcon, name, tooltip, onClick, pressed, disabled = false }: BarButtonProps) {
  return (
    <Tooltip label={tooltip}>
      <button
        type="button"
        className={styles.button}
        aria-label={name}
        aria-pressed={pressed}
        aria-disabled={disabled}
        onClick={() => {
          if (!disabled) onClick();
        }}
      >
        <ButtonIcon size={18} stroke={1.6} aria-hidden />
      </button>
    </Tooltip>
  );
}
