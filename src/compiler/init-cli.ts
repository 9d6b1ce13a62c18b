import { parseArgs } from 'node:util';
import { InitError, initContent } from './init-content.ts';

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
    : `  npm run new -- handbook ID --content ${root}   規程のひな形を加える（Word などからは npm run import）\n`;
  console.log(`${root} を作りました。
${inside}
次にすること:
  ${root}/organization.yaml に会社名と連絡先を書く
${first}  npm run check -- --content ${root}   確かめる
  KITEI_CONTENT=${root} npm run build   サイトを dist/ に作る`);
} catch (fault) {
  if (!(fault instanceof InitError)) throw fault;
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
