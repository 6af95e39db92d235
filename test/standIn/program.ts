/** The program as a process of its own: started, asked, listened to, ended. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLine, type Answers, type Line } from './line.ts';
import { environmentFor, type Settings } from './settings.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

const builtEntry = join(project, 'out/main/main.js');

export interface Program {
  readonly line: Line;
  readonly processId: number;
  readonly output: { text: string; troubles: string };
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
  kill(): void;
}

/** `args` are those of a person: behind the program's name. `entry`: the first file of the built main process. */
export function startProgram(args: readonly string[], settings: Settings, answers: Answers, entry = builtEntry): Program {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', join(project, 'test/standIn/register.ts'), entry, ...args],
    { cwd: project, env: environmentFor(settings), serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const output = { text: '', troubles: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.text += chunk.toString('utf8')));
  child.stderr?.on('data', (chunk: Buffer) => (output.troubles += chunk.toString('utf8')));
  const line = createLine(
    {
      send: (message) => {
        // One that has ended meanwhile wants no answer.
        if (child.connected) child.send(message, () => undefined);
      },
      listen: (hear) => void child.on('message', (message) => hear(message as Parameters<typeof hear>[0])),
    },
    answers,
  );
  return {
    line,
    processId: child.pid ?? 0,
    output,
    ended: new Promise((resolve) => child.once('close', (code) => resolve(code))),
    kill: () => void child.kill('SIGKILL'),
  };
}
