/** Templates with the catalog that ships in the page. The catalog is read when the first plan is made, not at the start. */
import { catalogFromEntries, parseCatalogFile } from '../../shared/catalog/parseCatalog.ts';
import type { Catalog } from '../../shared/catalog/types.ts';
import type { TemplateSource } from '../../shared/engine/session.ts';
import { fail, userErrorLine, type UserError } from '../../shared/result.ts';
import { templates, type Template } from '../../shared/templates/templates.ts';

const files = import.meta.glob<string>('../../assets/catalog/*/*.json', { query: '?raw', import: 'default', eager: true });

let known: Catalog | null = null;

function catalog(): Catalog {
  known ??= catalogFromEntries(
    Object.keys(files)
      .sort()
      .map((path) => {
        const part = parseCatalogFile(files[path]!, path);
        if (!part.ok) throw new Error(`Bug: ${userErrorLine(part.error)}`);
        return part.value;
      }),
  );
  return known;
}

function find(name: string): Template | null {
  return templates.find((template) => template.name === name) ?? null;
}

function unknownTemplate(name: string): { readonly ok: false; readonly error: UserError } {
  const names = templates.map((template) => template.name).join(' or ');
  return fail({ code: 'template.unknown', message: `there is no template ${name}`, remedy: `choose ${names}` });
}

export const bundledTemplates: TemplateSource = {
  list: () => templates.map(({ name, summary, keys }) => ({ name, summary, keys })),
  counts: (name, settings) => find(name)?.counts(settings) ?? unknownTemplate(name),
  generate: (name, settings) => find(name)?.generate(catalog(), settings) ?? unknownTemplate(name),
};
