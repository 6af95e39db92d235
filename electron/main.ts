/** The desktop program's first lines: a command of the command line runs without any window, everything else opens the planner. */
import { app } from 'electron';
import { commandNames } from './cli/commandNames.ts';
import { purposeOf } from './programArguments.ts';

// Unpacked, Electron's own executable is followed by the project's folder.
const purpose = purposeOf(process.argv.slice(app.isPackaged ? 1 : 2), commandNames);

switch (purpose.kind) {
  case 'command': {
    const { runRaceway } = await import('./cli/runRaceway.ts');
    app.exit(await runRaceway(purpose.args));
    break;
  }
  case 'window': {
    const { startDesktop } = await import('./desktop.ts');
    startDesktop(purpose.plan);
    break;
  }
}
