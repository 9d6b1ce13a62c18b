import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ContentError } from './faults.ts';
import { InitError, initContent } from './init-content.ts';
import { commandFor } from './next-commands.ts';

/**
 * `npm run init -- DIR [--with company,nerima]`: writes a content folder of one's own. Exit 0 when it was written, 1
 * otherwise.
 */
const usage = '書き方: npm run init -- フォルダー [--with company,nerima]';
try {
  const { values, positionals } = readArguments();
  const [root] = positionals;
  if (root === undefined || positionals.length > 1) throw new InitError(usage);
  const chosen = (values.with ?? '').split(',').filter((id) => id !== '');
  const { handbooks, checklists, decisions } = await initContent(root, [...new Set(chosen)]);
  const kept = handbooks.map(({ source }) => `「${source.title}」`).join('');
  const inside = kept && `文書: ${kept}、判断 ${decisions.length}件、確認リスト ${checklists.length}件\n`;
  const first = kept
    ? ''
    : `  ${commandFor(root, 'npm run import -- 規程.docx --id rules --title 題名')}  Word などの規程を取り込む\n`;
  console.log(`${root} を作りました。
${inside}
次にすること:
  ${join(root, 'organization.yaml')} に会社名と連絡先を書く
${first}  ${commandFor(root, 'npm run check')}  確かめる
  ${commandFor(root, 'npm start')}  サイトを作る。http://localhost:4321/ に見る`);
} catch (fault) {
  if (!(fault instanceof InitError || fault instanceof ContentError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { with: { type: 'string' } } });
  } catch {
    throw new InitError(usage);
  }
}
