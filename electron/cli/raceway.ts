#!/usr/bin/env node
/** Entry of the command line: `node electron/cli/raceway.ts COMMAND …`. */
import { enableCompileCache } from 'node:module';

// Sources run as they are; what the runtime makes of them is kept (in its own cache) and halves the start-up.
enableCompileCache();
const { runRaceway } = await import('./program.ts');

process.exitCode = await runRaceway(process.argv.slice(2));
