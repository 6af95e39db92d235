/** The catalog that ships with Raceway, for Node: the desktop host, the command line, tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOG_FOLDERS, catalogFromEntries, parseCatalogFile, type CatalogPart } from '../shared/catalog/parseCatalog.ts';
import type { Catalog } from '../shared/catalog/types.ts';
import { userErrorLine } from '../shared/result.ts';

const SHIPPED = fileURLToPath(new URL('../assets/catalog', import.meta.url));

/** All entries under a folder laid out as assets/catalog. Throws on a file that does not parse: it ships with the program. */
export function loadCatalog(directory: string = SHIPPED): Catalog {
  return catalogFromEntries(readParts(directory));
}

function readParts(directory: string): CatalogPart[] {
  const parts: CatalogPart[] = [];
  for (const folder of Object.keys(CATALOG_FOLDERS)) {
    const names = readdirSync(join(directory, folder))
      .filter((name) => name.endsWith('.json'))
      .sort();
    for (const name of names) {
      const path = join(directory, folder, name);
      const part = parseCatalogFile(readFileSync(path, 'utf8'), path);
      if (!part.ok) throw new Error(`Bug: ${userErrorLine(part.error)}`);
      parts.push(part.value);
    }
  }
  return parts;
}
