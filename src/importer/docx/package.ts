import { ImportError } from '../model/block.ts';
import { openZip } from '../zip/open-zip.ts';
import { elementsOf, readXml, type XmlElement } from '../zip/read-xml.ts';

/** The parts of a Word file that matter to a reader, by the last word of their relationship's type. */
export interface WordPackage {
  /** `w:document`. */
  document: XmlElement;
  /** The part the document relates to under this type, e.g. `numbering`; `undefined` where there is none. */
  find: (type: string) => XmlElement | undefined;
  /** All parts under this type, e.g. `header`. */
  all: (type: string) => XmlElement[];
  /** Whether the document relates to anything under this type, read or not, e.g. `vbaProject`. */
  has: (type: string) => boolean;
}

interface Relation {
  /** Last word of the type, alike in the transitional and the strict format: `styles`. */
  type: string;
  path: string;
}

/** What is never read: pictures, sounds, fonts, embedded files, macros. */
const unread =
  /(^|\/)(media|embeddings|fonts|activex|thumbnail)[/.]|\.(bin|jpe?g|png|gif|emf|wmf|tiff?|bmp|odttf|xlsx)$/i;

/** Opens a Word file; its parts are found by their relationships, as the format wants it, not by name. */
export function openPackage(bytes: Uint8Array): WordPackage {
  const files = new Map<string, Uint8Array>();
  // Names of parts are the same whatever their case.
  for (const [name, content] of openZip(bytes, { wanted: (name) => !unread.test(name) })) {
    files.set(name.toLowerCase(), content);
  }
  const main = relationsOf(files, '').find(({ type }) => type === 'officeDocument');
  const content = main && files.get(main.path);
  if (!content) throw notWord(files);
  const document = readXml(content);
  if (document.name !== 'w:document') throw notWord(files, main.path);
  const relations = relationsOf(files, main.path);
  const all = (type: string) =>
    relations.flatMap((relation) => {
      const part = relation.type === type ? files.get(relation.path) : undefined;
      return part ? [readXml(part)] : [];
    });
  return { document, all, find: (type) => all(type)[0], has: (type) => relations.some((it) => it.type === type) };
}

/** Where a part points to inside the file; the empty path stands for the file itself. */
function relationsOf(files: ReadonlyMap<string, Uint8Array>, path: string): Relation[] {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const part = files.get(`${folder}_rels/${name}.rels`);
  if (!part) return [];
  return elementsOf(readXml(part)).flatMap(({ name: element, attributes }) => {
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (element !== 'rel:Relationship' || mode === 'External') return [];
    return [{ type: type.replace(/^.*\//, ''), path: resolve(folder, target).toLowerCase() }];
  });
}

/** A target is relative to the folder of what points to it, or begins with `/`. */
function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A zip that is no Word file: which other one it is shows in the names inside. */
function notWord(files: ReadonlyMap<string, Uint8Array>, main = ''): ImportError {
  const has = (pattern: RegExp) => main.match(pattern) || [...files.keys()].some((name) => pattern.test(name));
  if (has(/^xl\//)) {
    return new ImportError(
      'Excel のファイルです。点検の項目の一覧なら、規程としてではなくリストとして取り込んでください。',
    );
  }
  if (has(/^ppt\//)) {
    return new ImportError('PowerPoint のファイルです。文章を Word に移し、.docx で保存したものを選んでください。');
  }
  if (has(/^(mimetype|content\.xml)$/)) {
    return new ImportError('OpenDocument などの形式です。Word で開き、『名前を付けて保存』で .docx にしてください。');
  }
  if (has(/^index\/document\.iwa$|^index\.zip$/)) {
    return new ImportError('Pages の形式です。Pages で開き、『書き出す』→『Word』で .docx にしてください。');
  }
  if (has(/^\[content_types\]\.xml$/)) {
    return new ImportError(
      'Word のファイルですが、本文が見つかりません。Word で開いて、『名前を付けて保存』で .docx にし直してください。',
    );
  }
  return new ImportError('圧縮されたファイルです。展開（解凍）して、中の Word のファイル（.docx）を選んでください。');
}
