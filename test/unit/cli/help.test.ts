import { describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { raceway } from './racewayProcess.ts';

const ofOnePlan = ['takeoff', 'check', 'bom', 'cables', 'lengths', 'looms', 'expand', 'sheets', 'explain'];
const commands = ['generate', 'import', 'diff', ...ofOnePlan];

describe.concurrent('help', () => {
  it('lists every command and the exit codes, with --help and without anything', async () => {
    const [asked, bare] = await Promise.all([raceway(['--help']), raceway([])]);
    expect(asked.code).toBe(0);
    expect(asked.stderr).toBe('');
    for (const command of commands) expect(asked.stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(asked.stdout).toContain('Exit codes');
    expect(bare).toEqual(asked);
  });

  it.each(commands)('of %s gives its usage and an example', async (command) => {
    const { code, stdout, stderr } = await raceway([command, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: raceway ${command} `));
    expect(stdout).toMatch(new RegExp(`Examples?:\\n {2}raceway ${command} `));
    if (ofOnePlan.includes(command)) expect(stdout).toContain('--variant <name>');
  });

  it('lists the templates, and the keys of one', async () => {
    const [list, keys] = await Promise.all([raceway(['generate', '--list']), raceway(['generate', 'rail-optimised', '--help'])]);
    expect(list.code).toBe(0);
    expect(list.stdout).toMatch(/^rail-optimised {2}/m);
    expect(list.stdout).toMatch(/^hall {2}/m);
    expect(keys.code).toBe(0);
    const required = ['preset', 'su', 'nodesPerSu', 'rails', 'uplinksPerLeaf', 'switchPorts', 'nodesPerCabinet', 'ufm', 'hall'];
    for (const key of required) expect(keys.stdout).toMatch(new RegExp(`^${key} `, 'm'));
  });

  it('prints the version', async () => {
    expect((await raceway(['--version'])).stdout).toBe(`${packageJson.version}\n`);
  });
});
