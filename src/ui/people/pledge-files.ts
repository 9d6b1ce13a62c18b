import { findByName, putPerson, withSigned } from '../../core/people/edit.ts';
import type { PeopleList } from '../../core/people/person.ts';
import { findForm } from '../../record/contents.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { toShortText } from '../parts/visible-text.ts';
import { checkOne } from '../receive/check-one.ts';
import type { PeopleContext } from './people-context.ts';

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

async function markOne({ root, store, base, generator }: PeopleContext, file: File): Promise<Marked> {
  const outcome = await checkOne(file, { base, generator, definitions: [] });
  if (outcome.kind !== 'sound' || outcome.verification.match.kind !== 'equal') return { said: 'refused' };
  const { file: record } = outcome.verification;
  const answers = findForm(record)?.answers;
  // By the site's own name for it: what a file calls itself proves nothing.
  const option = [...part(root, '[data-sign-form]', HTMLSelectElement).options].find(
    ({ value }) => value === answers?.form,
  );
  if (!answers || !option) return { said: 'other' };
  const { checker, checkedOn } = answers.header;
  const { number: documentNumber } = record.summary;
  const pledge = { form: answers.form, title: option.text.trim(), documentNumber, on: checkedOn };
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
