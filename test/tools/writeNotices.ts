/** `npm run notices`: writes the licenses of what ships to assets/legal/third-party-notices.txt. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../unit/house/sourceFiles.ts';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

const folder = join(projectFolder, 'assets', 'legal');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'third-party-notices.txt'), thirdPartyNotices());
