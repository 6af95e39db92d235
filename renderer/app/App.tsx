/** The planner's page: the stores' context, the theme, the window's parts. */
import { MantineProvider } from '@mantine/core';
import { Dialogs } from '../dialogs/Dialogs.tsx';
import { PlannerContext, type Planner } from '../state/plannerContext.ts';
import { resolveCssVariables, theme } from '../theme/theme.ts';
import { styleNonce } from '../theme/styleNonce.ts';
import { FailureBoundary } from './FailureBoundary.tsx';
import { Shell } from './Shell.tsx';
import { useResolvedTheme } from './useResolvedTheme.ts';

export function App({ planner }: { readonly planner: Planner }) {
  return (
    <FailureBoundary>
      <PlannerContext value={planner}>
        <Themed />
      </PlannerContext>
    </FailureBoundary>
  );
}

function Themed() {
  const scheme = useResolvedTheme();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveCssVariables} forceColorScheme={scheme} getStyleNonce={styleNonce}>
      <Shell />
      <Dialogs />
    </MantineProvider>
  );
}
