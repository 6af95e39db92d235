import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { electronSupportEnds, outOfSupport } from '../../../electron/packaging/electronSupport.ts';

describe('Electron’s support', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Readonly<Record<string, string>> };
  const version = String(devDependencies['electron']);

  it('covers three major versions, eight weeks each', () => {
    expect(electronSupportEnds(39).toISOString().slice(0, 10)).toBe('2026-04-14');
    expect(electronSupportEnds(40).getTime() - electronSupportEnds(39).getTime()).toBe(56 * 86_400_000);
  });

  it('is told when it has ended, to whoever makes installers', () => {
    expect(outOfSupport('39.2.0', new Date('2026-04-13T00:00:00Z'))).toBeUndefined();
    expect(outOfSupport('39.2.0', new Date('2026-04-15T00:00:00Z'))).toContain(
      'Electron 39.2.0 gets no security fixes since about 2026-04-14',
    );
  });

  it('is that of the pinned version, which is the installed one', () => {
    const installed = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
    expect(installed.version).toBe(version);
    expect(Number.isNaN(electronSupportEnds(Number.parseInt(version, 10)).getTime())).toBe(false);
  });
});
