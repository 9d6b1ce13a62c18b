import { compareWords } from '../../core/crosswalk/compare-words.ts';
import { topicPath } from '../../core/crosswalk/topic-path.ts';
import { formPath } from '../../core/form/form-path.ts';
import type { Library } from '../../core/regulation/library.ts';
import type { ListedTool, ToolFile } from '../../search/index-file.ts';
import type { Readings } from '../../search/kana.ts';
import { toQuestion } from '../../search/question.ts';
import type { SitePage } from '../../search/records.ts';
import type { Vocabulary } from '../../search/units.ts';
import { writeOut } from '../../search/written.ts';

/** Every tool and every further page of a site, with what people say when they need it, read as their questions are. */
export async function listTools(
  library: Library,
  pages: readonly SitePage[],
  vocabulary: Vocabulary,
  readings: Readings,
): Promise<ToolFile> {
  const { decisions, checklists, checklistPlaces, forms } = library;
  const ofClient = { ...vocabulary, clients: {} };
  const wordsOf = async (said: string) => {
    const written = await writeOut(said, vocabulary, async () => readings);
    return toQuestion(written.text, ofClient)
      .units.map(({ text }) => text)
      .join(' ');
  };
  const toTool = async (
    tool: Omit<ListedTool, 'asks'>,
    asks: readonly { say: string; hash: string }[],
  ): Promise<ListedTool> => {
    const said = await Promise.all(
      [{ say: tool.title, hash: '' }, ...asks].map(
        async ({ say, hash }): Promise<[string, string]> => [await wordsOf(say), hash],
      ),
    );
    const distinct = new Map(said.filter(([words]) => words !== '').map(([words, hash]) => [words, hash]));
    return { ...tool, asks: [...distinct].map(([words, hash]) => (hash === '' ? [words] : [words, hash])) };
  };
  const plain = (asks: readonly string[]) => asks.map((say) => ({ say, hash: '' }));
  return Promise.all([
    ...decisions.map(({ definition: { id, title }, asks, isUrgent }) =>
      toTool({ kind: 'decision', title, path: `decisions/${id}/`, handbook: '', ...(isUrgent && { isUrgent }) }, asks),
    ),
    ...checklists.map(({ id, title }) =>
      toTool(
        { kind: 'checklist', title, path: `checklists/${id}/`, handbook: '' },
        plain(checklistPlaces.get(id)?.asks ?? []),
      ),
    ),
    ...forms.map((form) =>
      toTool(
        {
          kind: form.register ? 'register' : 'form',
          title: form.definition.title,
          path: formPath(form),
          handbook: form.handbook ?? '',
        },
        plain(form.asks),
      ),
    ),
    ...topicsOf(library).map(({ title, path, asks }) => toTool({ kind: 'page', title, path, handbook: '' }, asks)),
    ...pages.map(({ path, title }) => toTool({ kind: 'page', title, path, handbook: '' }, [])),
  ]);
}

/** The pages on which documents contradict one another or differ, with what they say differently of. */
function topicsOf({ topics, conflicts, handbooks }: Library) {
  return Object.entries(topics).flatMap(([topic, name]) => {
    const own = conflicts.filter(({ topics: [first] }) => first === topic);
    if (own.length === 0) return [];
    const asks = own.map(({ id, title }) => ({ say: title, hash: `#${id}` }));
    return [{ title: `${compareWords({ handbooks }).title}: ${name}`, path: topicPath(topic), asks }];
  });
}
