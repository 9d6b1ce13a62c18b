import { findByName, putPerson, withSigned } from '../../core/people/edit.ts';
import type { PeopleList } from '../../core/people/person.ts';
import { findForm } from '../../record/contents.ts';
import { tablesOf } from '../../record/v1/form/given.ts';
import { part, show } from '../parts/parts.ts';
import { toShortText } from '../parts/visible-text.ts';
import { checkOne } from '../receive/check-one.ts';
import { type PeopleContext, toWords } from './people-context.ts';

/** What came of one file, as the page names it; `names` is who signed. */
interface Marked {
  said: 'marked' | 'known' | 'nobody' | 'several' | 'other' | 'refused';
  name?: string;
}

/**
 * Marks who has signed a pledge, from its PDF: it must be exactly what was signed, and its signer must have the name of
 * one person of the list.
 */
export async function markPledges(context: PeopleContext, files: readonly File[]): Promise<void> {
  const { root } = context;
  const results = part(root, '[data-pledge-results]', HTMLElement);
  results.replaceChildren();
  show(root, '[data-checking]', true);
  try {
    for (const file of files) {
      const { said, name = '' } = await markOne(context, file);
      const line = document.createElement('li');
      line.textContent = toWords(results, [said], { f: toShortText(file.name, 80), n: toShortText(name, 80) });
      results.append(line);
    }
  } finally {
    show(root, '[data-checking]', false);
  }
}

async function markOne({ store, base, generator }: PeopleContext, file: File): Promise<Marked> {
  const outcome = await checkOne(file, { base, generator, definitions: [] });
  if (outcome.kind !== 'sound' || outcome.verification.match.kind !== 'equal') return { said: 'refused' };
  const { contents, summary } = outcome.verification.file;
  const found = findForm(contents);
  if (!found || !isPledge(found.definition)) return { said: 'other' };
  const { definition, answers } = found;
  const { checker, checkedOn } = answers.header;
  const pledge = { form: definition.id, title: definition.title, documentNumber: summary.number, on: checkedOn };
  let said: Marked['said'] = 'nobody';
  await store.change((list): PeopleList | undefined => {
    const [person, ...others] = findByName(list, checker);
    if (!person) return undefined;
    const signed = withSigned(person, pledge);
    said = others.length > 0 ? 'several' : signed === person ? 'known' : 'marked';
    return said === 'marked' ? putPerson(list, signed) : undefined;
  });
  return { said, name: checker };
}

/** A paper that each person signs. */
function isPledge(definition: Parameters<typeof tablesOf>[0] & { each?: string }): boolean {
  return tablesOf(definition).some(({ id, people }) => id === definition.each && people === true);
}
