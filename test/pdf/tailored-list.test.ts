import { expect, test } from 'vitest';
import { readLibrary } from '../../src/compiler/library.ts';
import { toTextToPrint } from '../../src/pdf/printed-texts.ts';
import { renderSummaryPdf } from '../../src/pdf/render-summary-pdf.ts';
import { makeContext } from '../fixtures/pdf/make-context.ts';
import { answerAll, sendList } from '../fixtures/pdf/real-list.ts';
import { companyFiles } from '../support/company-folder.ts';
import { withContent } from '../support/content-folder.ts';
import { loadNodeFont } from '../support/node-font.ts';
import { extractPages } from '../support/read-pdf.ts';

/** The text of the PDF that a check list of the company makes. @param organization changes organization.yaml */
async function printList(organization: (text: string) => string): Promise<string> {
  const item = (text: string) =>
    text.replace('text: 承認を得ている', "text: '{{role:securityOfficer}}が{{choice:inspection}}の承認を得ている'");
  const changes = { 'checklists/removal.yaml': item, 'organization.yaml': organization };
  const [list] = await withContent(changes, async (root) => (await readLibrary(root, '/')).checklists, companyFiles);
  if (!list) throw new Error('The folder has no check list.');
  const { summary } = sendList(
    list,
    answerAll(list, () => ({ status: 'done', evidence: '', note: '', dueOn: '' })),
  );
  const { font } = await loadNodeFont();
  const context = makeContext(font);
  await font.ensure(toTextToPrint(summary, context));
  return (await extractPages(renderSummaryPdf(summary, context))).join('').replace(/\s/g, '');
}

test('a renamed role and a decided choice stand in the PDF of a check list', async () => {
  expect(await printList((text) => text.replace('監査もするか', '監査もするか、点検だけか'))).toContain(
    '統括責任者が（監査・点検、点検のうち、会社が決めるもの）の承認を得ている',
  );
  const decided = await printList((text) =>
    text.replace('統括責任者', '最高責任者').replace('inspection: unset', 'inspection: only'),
  );
  expect(decided).toContain('最高責任者が点検の承認を得ている');
  expect(decided).not.toMatch(/統括責任者|監査/);
});
