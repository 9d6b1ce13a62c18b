import { ImportError } from '../model/block.ts';

/**
 * Throws an ImportError that says what a file is, and what to do with it, where it is no zip. Word's and Excel's present
 * formats (.docx, .xlsx) are zips; by its name alone nobody can tell.
 */
export function refuseOtherFile(bytes: Uint8Array): void {
  if (!isZip(bytes)) throw new ImportError(describe(bytes));
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06');
}

/** Whether a file may be CSV: letters alone, in whatever encoding, and none of what describe() knows by name. */
export function isLettersAlone(bytes: Uint8Array): boolean {
  return !isZip(bytes) && describe(bytes) === lettersAlone;
}

const lettersAlone =
  '文字だけのファイルです。規程の文章なら、ファイル名の終わりを .txt にすると取り込めます。表なら、Excel で開いて .xlsx で保存したものを選んでください。';

function describe(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'ファイルが空です。もう一度受け取るか、コピーし直したものを選んでください。';
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return describeCompound(bytes);
  if (startsWith(bytes, '%PDF-')) {
    return 'PDF です。元の Word（.docx）や Excel（.xlsx）のファイルを選んでください。PDF しかない規程は、ファイル名の終わりを .pdf にすると取り込めます。';
  }
  if (startsWith(bytes, '{\\rtf')) return `リッチテキスト（RTF）です。${saveAs('Word', '.docx')}`;
  if (startsWith(bytes, 'Rar!') || startsWith(bytes, '7z\xbc\xaf') || startsWith(bytes, '\x1f\x8b')) {
    return '圧縮されたファイルです。展開（解凍）して、中の Word や Excel のファイルを選んでください。';
  }
  const head = headOf(bytes);
  if (/^<\?xml/.test(head) && /<pkg:package|progid="Word\.Document"|w:wordDocument/.test(head)) {
    return `Word の XML 形式です。${saveAs('Word', '.docx')}`;
  }
  if (/^<\?xml/.test(head) && /progid="Excel\.Sheet"/.test(head)) {
    return `Excel の XML 形式です。${saveAs('Excel', '.xlsx')}`;
  }
  if (
    /^(<\?xml[^>]*>)?\s*<(!doctype html|html|head|body|meta)\b/i.test(
      head.replace(/<!--[\s\S]*?-->/g, '').trimStart(),
    ) ||
    /^MIME-Version:/i.test(head)
  ) {
    return `ウェブページ（HTML）です。${saveAs('Word や Excel', '.docx または .xlsx')}`;
  }
  if ([...head].every((letter) => letter > '\b')) {
    return lettersAlone;
  }
  return 'Word（.docx）でも Excel（.xlsx）でもないファイルです。元のソフトで開いて、.docx または .xlsx で保存したものを選んでください。';
}

/** Compound files: Office before 2007, 一太郎, and any present file under a password. Their streams have UTF-16 names. */
function describeCompound(bytes: Uint8Array): string {
  const has = (name: string) => includes(bytes, [...name].map((letter) => `${letter}\0`).join(''));
  if (has('EncryptedPackage')) {
    return 'ファイルにパスワードがかかっています。Word や Excel で開き、『ファイル』→『情報』→『文書（ブック）の保護』→『パスワードを使用して暗号化』でパスワードを消して保存してください。';
  }
  if (has('WordDocument')) return `Word の古い形式（.doc）です。${saveAs('Word', '.docx')}`;
  if (has('Workbook') || has('Book')) return `Excel の古い形式（.xls）です。${saveAs('Excel', '.xlsx')}`;
  return '古い形式のファイル（.doc、.xls、一太郎など）です。元のソフトで開き、『名前を付けて保存』で .docx または .xlsx にしてください。';
}

function saveAs(software: string, format: string): string {
  return `${software} で開き、『名前を付けて保存』で ${format} にしてください。`;
}

/** The beginning as text, without a byte order mark and spaces before it. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 4096);
  const encoding = startsWith(head, '\xff\xfe') ? 'utf-16le' : startsWith(head, '\xfe\xff') ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(head).trimStart();
}

function startsWith(bytes: Uint8Array, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

function includes(bytes: Uint8Array, letters: string): boolean {
  const codes = [...letters].map((letter) => letter.charCodeAt(0));
  let at = bytes.indexOf(codes[0] ?? 0);
  while (at >= 0) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
    at = bytes.indexOf(codes[0] ?? 0, at + 1);
  }
  return false;
}
