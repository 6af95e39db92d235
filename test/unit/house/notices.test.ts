import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedLicenses, thirdPartyNotices } from '../../tools/thirdPartyNotices.ts';
import { projectFolder } from './sourceFiles.ts';

const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', '(MIT OR CC0-1.0)', 'Unlicense'];

describe('what ships of others', () => {
  it('stands in the notices as it is now (else: npm run notices)', () => {
    const written = readFileSync(join(projectFolder, 'assets', 'legal', 'third-party-notices.txt'), 'utf8');
    expect(written === thirdPartyNotices()).toBe(true);
  });

  it('is permissively licensed', () => {
    expect(shippedLicenses().filter(({ license }) => !permissive.includes(license))).toEqual([]);
  });

  it('includes what the page, the host and the command line are made of', () => {
    const names = shippedLicenses().map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['@mantine/core', 'commander', 'fontkit', 'immer', 'konva', 'pdfkit', 'react', 'scheduler', 'valibot']),
    );
  });
});
