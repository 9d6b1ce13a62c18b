import { formPath } from '../../core/form/form-path.ts';
import type { Library } from '../../core/regulation/library.ts';
import type { ListedTool, ToolFile } from '../../search/index-file.ts';
import type { Readings } from '../../search/kana.ts';
import { toQuestion, type Vocabulary } from '../../search/question.ts';
import type { SitePage } from '../../search/records.ts';
import { writeOut } from '../../search/written.ts';

/** Every tool and every further page of a site, with what people say when they need it, read as their questions are. */
export async function listTools(
  { decisions, checklists, checklistPlaces, forms }: Library,
  pages: readonly SitePage[],
  vocabulary: Vocabulary,
  readings: Readings,
): Promise<ToolFile> {
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
    ...pages.map(({ path, title }) => toTool({ kind: 'page', title, path, handbook: '' }, [])),
  ]);
}
