/** The tokens as CSS variables (`--rw-…`) and as Mantine's theme; components use only the variables. */
import { createTheme, rem, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { layout, radius, schemes, space, type, type SchemeName, type SurfaceColors } from './tokens.ts';

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function colorVariables(scheme: SchemeName): Record<`--${string}`, string> {
  const { surface, tiers, canvas } = schemes[scheme];
  const variables: Record<`--${string}`, string> = {};
  for (const name of Object.keys(surface) as (keyof SurfaceColors)[]) variables[`--rw-${kebab(name)}`] = surface[name];
  tiers.forEach((color, place) => {
    variables[`--rw-tier-${place}`] = color;
  });
  variables['--rw-canvas'] = canvas.background;
  return {
    ...variables,
    '--mantine-color-body': surface.panel,
    '--mantine-color-text': surface.text,
    '--mantine-color-dimmed': surface.textSoft,
    '--mantine-color-placeholder': surface.textFaint,
    '--mantine-color-error': surface.error,
    '--mantine-color-anchor': surface.accentText,
    '--mantine-color-default': surface.raised,
    '--mantine-color-default-hover': surface.hover,
    '--mantine-color-default-color': surface.text,
    '--mantine-color-default-border': surface.lineStrong,
    '--mantine-color-disabled': surface.hover,
    '--mantine-color-disabled-color': surface.textFaint,
    '--mantine-color-disabled-border': surface.line,
    '--mantine-primary-color-filled': surface.accent,
    '--mantine-primary-color-filled-hover': surface.accentText,
    '--mantine-primary-color-light': surface.accentSoft,
    '--mantine-primary-color-light-hover': surface.accentSoft,
    '--mantine-primary-color-light-color': surface.accentText,
    '--mantine-primary-color-contrast': surface.onAccent,
  };
}

const fixedVariables: Record<`--${string}`, string> = {
  '--rw-space-half': rem(space.half),
  '--rw-space-1': rem(space.one),
  '--rw-space-2': rem(space.two),
  '--rw-space-3': rem(space.three),
  '--rw-space-4': rem(space.four),
  '--rw-space-5': rem(space.five),
  '--rw-space-6': rem(space.six),
  '--rw-space-8': rem(space.eight),
  '--rw-font': type.family,
  '--rw-font-small': rem(type.smallPx),
  '--rw-font-base': rem(type.basePx),
  '--rw-font-large': rem(type.largePx),
  '--rw-font-title': rem(type.titlePx),
  '--rw-radius-small': rem(radius.smallPx),
  '--rw-radius': rem(radius.mediumPx),
  '--rw-radius-large': rem(radius.largePx),
  '--rw-top-bar': rem(layout.topBar),
  '--rw-tool-rail': rem(layout.toolRail),
  '--rw-status-bar': rem(layout.statusBar),
  '--rw-tab-bar': rem(layout.tabBar),
  '--rw-table-row': rem(layout.tableRow),
};

export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: fixedVariables,
  light: colorVariables('light'),
  dark: colorVariables('dark'),
});

/** Ten shades from the two accents, light to dark; components take the variables above, this feeds Mantine's own variants. */
const accent: MantineColorsTuple = [
  '#e2edfa',
  '#cfe1f7',
  '#a5c9f0',
  '#7db8fa',
  schemes.dark.surface.accent,
  '#2f7fd9',
  schemes.light.surface.accent,
  schemes.light.surface.accentText,
  '#08468d',
  '#152c4a',
];

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  fontFamily: type.family,
  fontSizes: { xs: rem(type.smallPx), sm: rem(type.basePx), md: rem(type.basePx), lg: rem(type.largePx), xl: rem(type.titlePx) },
  lineHeights: { xs: '1.35', sm: '1.4', md: String(type.lineHeight), lg: '1.45', xl: '1.3' },
  spacing: { xs: rem(space.one), sm: rem(space.two), md: rem(space.three), lg: rem(space.four), xl: rem(space.six) },
  radius: {
    xs: rem(radius.smallPx),
    sm: rem(radius.mediumPx),
    md: rem(radius.mediumPx),
    lg: rem(radius.largePx),
    xl: rem(radius.largePx),
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: {
      defaultProps: {
        position: 'bottom',
        openDelay: 400,
        withArrow: false,
        offset: 6,
        events: { hover: true, focus: true, touch: false },
        transitionProps: { duration: 0 },
      },
    },
    Menu: {
      defaultProps: {
        shadow: 'sm',
        offset: 4,
        transitionProps: { duration: 0 },
        position: 'bottom-start',
        withInitialFocusPlaceholder: false,
      },
      // A menu that is longer than the window scrolls in it.
      styles: { dropdown: { maxHeight: 'calc(100vh - 1rem)', overflowY: 'auto' } },
    },
    Modal: {
      defaultProps: {
        centered: true,
        lockScroll: false,
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.45 },
        closeButtonProps: { 'aria-label': 'Close' },
        // The head of a dialog is no second head of the page.
        attributes: { header: { role: 'none' } },
      },
    },
    Select: {
      defaultProps: {
        size: 'xs',
        allowDeselect: false,
        withCheckIcon: true,
        // Long lists scroll by themselves: a scroll area around them would be a stop that the keyboard cannot reach.
        withScrollArea: false,
        comboboxProps: { transitionProps: { duration: 0 }, shadow: 'sm' },
      },
      styles: { options: { maxHeight: '15rem', overflowY: 'auto' } },
    },
    TextInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Button: { defaultProps: { size: 'xs', variant: 'filled' } },
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 0 } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});
