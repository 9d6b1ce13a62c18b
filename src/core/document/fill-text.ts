import { formatEraDate } from '../text/era.ts';
import type { DocumentField } from './definition.ts';

/** What goes into the texts. */
export interface Filling {
  /** By field id. */
  fields: ReadonlyMap<string, { value: string; blank: string; kind: DocumentField['kind'] }>;
  /** Names of the articles that stand in the document, e.g. `第3条`, by id. */
  articles: ReadonlyMap<string, string>;
  /** The same by caption; '' for one that was left out. */
  captions: ReadonlyMap<string, string>;
}

const places = /\{(field|article):([a-z][a-z0-9-]*)\}/g;

/** Our words with what was filled in; what is empty shows as the source prints it. */
export function fillOurs(text: string, filling: Filling): string {
  return text.replace(places, (_, kind: string, id: string) =>
    kind === 'article' ? (filling.articles.get(id) ?? '第〇条') : shown(filling, id),
  );
}

/**
 * Official words with what was filled in. They are changed in two places alone: the blanks of the fields that our wording of
 * the same clause names, and `第〇条（見出し）`, where that article is in the document.
 * @param ours the same clause in our words
 */
export function fillOfficial(text: string, ours: string, filling: Filling): string {
  const named = text.replace(
    /第[〇○][条條](?=\s*[（(]([^（()）]+)[）)])/g,
    (found, caption: string) => filling.captions.get(caption.trim()) || found,
  );
  const ids = [...ours.matchAll(places)].flatMap(([, kind, id = '']) => (kind === 'field' ? [id] : []));
  return ids.reduce((filled, id) => {
    const { value = '', blank = '' } = filling.fields.get(id) ?? {};
    return value === '' || blank === '' ? filled : replaceFirst(filled, blank, shown(filling, id));
  }, named);
}

/** 〇 and ○ are written for one another, and 第〇条 before a caption is no blank of a field. */
function replaceFirst(text: string, blank: string, value: string): string {
  const pattern = blank.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[〇○]/g, '[〇○]');
  return text.replace(new RegExp(`${pattern}(?!\\s*[（(])`), () => value);
}

function shown({ fields }: Filling, id: string): string {
  const { value = '', blank = '', kind } = fields.get(id) ?? {};
  if (value === '') return blank;
  return kind === 'date' ? formatEraDate(value) || value : value;
}
