/** The desktop program's first lines: a command of the command line runs without any window, everything else opens the planner. */
import { app } from 'electron';
import { purposeOf } from './programArguments.ts';

// Unpacked, Electron's own executable is followed by the project's folder.
const purpose = purposeOf(process.argv.slice(app.isPackaged ? 1 : 2));

switch (purpose.kind) {
  case 'command': {
    const { runRaceway } = await import('./cli/program.ts');
    app.exit(await runRaceway([...purpose.args]));
    break;
  }
  case 'window': {
    const { startDesktop } = await import('./desktop.ts');
    startDesktop(purpose);
    break;
  }
}
