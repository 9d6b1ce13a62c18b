import type { Finding } from '../core/inspection/finding.ts';
import type { InspectionInput } from '../core/inspection/input.ts';
import { inspect } from '../core/inspection/inspect.ts';
import { ProductsSchema, TermVariantsSchema } from '../core/inspection/rules.ts';
import type { Library } from '../core/regulation/library.ts';
import { FillInsSchema } from '../core/tailoring/fill-ins.ts';
import { readGlossary } from './read-glossary.ts';
import { ownHandbook, readYaml } from './read-tailoring.ts';

/**
 * Reads what an inspection of the regulations needs besides the library: term-variants.yaml and products.yaml.
 * @param root path of the content folder
 * @throws ContentError naming file, path and what would be right.
 */
export async function readInspection(root: string, library: Library): Promise<InspectionInput> {
  const glossary = await readGlossary(root);
  const rules = {
    ...(await readYaml(root, 'term-variants.yaml', TermVariantsSchema)),
    ...(await readYaml(root, 'products.yaml', ProductsSchema)),
  };
  const handbooks = library.handbooks.map(({ id, source: { short, units } }) => ({
    id,
    short,
    isOwn: id === ownHandbook,
    roles: Object.entries(library.roles[id] ?? {}).map(([role, { name, meaning, noDefinition }]) => ({
      id: role,
      meaning,
      ...(name && { name }),
      ...(noDefinition && { noDefinition }),
    })),
    terms: termsOf(id, Object.values(glossary[id] ?? {}), library),
    articles: units.map(({ label }) => label).filter((label) => label.startsWith('第')),
  }));
  return {
    handbooks,
    passages: library.passages,
    fillIns: await readYaml(root, 'choices.yaml', FillInsSchema),
    rules,
  };
}

/** What the inspection finds in the library as it stands. */
export async function inspectLibrary(
  root: string,
  library: Library,
): Promise<{ input: InspectionInput; findings: Finding[] }> {
  const input = await readInspection(root, library);
  return { input, findings: inspect(input, library.wording) };
}

/** The words of the company may change the names of its own terms; those of a client's document stand as they are. */
function termsOf(handbook: string, entries: { term: string }[], { glossary }: Library): string[] {
  if (handbook === ownHandbook) return entries.map(({ term }) => term);
  return glossary.flatMap((term) => (term.handbook === handbook ? term.term : []));
}
