import { toSheets } from '../../core/form/sheets.ts';
import { toSentForm } from '../../record/v1/form/answer-set.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import type { FormStore } from '../../stores/form.ts';
import { download } from '../parts/parts.ts';
import { writeWorkbook } from '../parts/write-workbook.ts';

/** Hands the open paper out as an Excel file. */
export async function writeSheet({ definition, $answers }: FormStore): Promise<void> {
  const answers = toSentForm(definition, $answers.get());
  const workbook = await writeWorkbook(toSheets(definition, answers));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const name = documentFileName(definition.title, answers.header, '.xlsx');
  download(name, type, new Uint8Array(await workbook.arrayBuffer()));
}
