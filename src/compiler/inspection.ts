import type { Finding } from '../core/inspection/finding.ts';
import type { InspectionInput } from '../core/inspection/input.ts';
import { inspect } from '../core/inspection/inspect.ts';
import type { Library } from '../core/regulation/library.ts';
import { type Faults, orThrow } from './faults.ts';
import { readGeneral } from './general-knowledge.ts';
import { readRegister } from './parse-yaml.ts';
import { readGlossary } from './read-glossary.ts';
import { shapes } from './shapes.ts';

/**
 * Reads what an inspection of the regulations needs besides the library: term-variants.yaml and products.yaml.
 */
export async function readInspection(library: Library, faults: Faults): Promise<InspectionInput> {
  const glossary = await readGlossary(faults);
  const rules = await readRules(faults);
  const handbooks = library.handbooks.map(({ id, source: { short, units } }) => ({
    id,
    short,
    isOwn: library.ours.includes(id),
    roles: Object.entries(library.roles[id] ?? {}).map(([role, { name, meaning, noDefinition }]) => ({
      id: role,
      meaning: meaning ?? name ?? role,
      ...(name && { name }),
      ...(noDefinition && { noDefinition }),
    })),
    terms: termsOf(id, Object.values(glossary[id] ?? {}), library),
    articles: units.map(({ label }) => label).filter((label) => label.startsWith('第')),
  }));
  return {
    handbooks,
    passages: library.passages,
    fillIns: await readRegister('choices.yaml', shapes.fillIns, faults, { choices: {}, blanks: {} }),
    rules,
  };
}

/** Checks the rules: a build reads them only when it inspects. */
export async function checkInspectionRules(faults: Faults): Promise<void> {
  await readRules(faults);
}

async function readRules(faults: Faults): Promise<InspectionInput['rules']> {
  const variants = await readGeneral('term-variants.yaml', shapes.termVariants, faults, {
    variants: [],
    commonWords: [],
  });
  const products = await readGeneral('products.yaml', shapes.products, faults, { checkedOn: '', products: [] });
  return { ...variants, ...products };
}

/** What the inspection finds in the library as it stands. @param root path of the content folder */
export async function inspectLibrary(
  root: string,
  library: Library,
): Promise<{ input: InspectionInput; findings: Finding[] }> {
  const input = await orThrow(root, (faults) => readInspection(library, faults));
  return { input, findings: inspect(input, library.wording) };
}

/** The words of the company may change the names of its own terms; those of a client's document stand as they are. */
function termsOf(handbook: string, entries: { term: string }[], { glossary, ours }: Library): string[] {
  if (ours.includes(handbook)) return entries.map(({ term }) => term);
  return glossary.flatMap((term) => (term.handbook === handbook ? term.term : []));
}
