import { toSentForm } from '../../record/v1/form/answer-set.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { download, part, show } from '../parts/parts.ts';
import { findForm } from './form-context.ts';

/** Hands the paper out as an Excel file. */
class FormSheet extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const write = () => void this.#write().catch((error) => this.#fail(error));
    part(this, '[data-sheet]', HTMLButtonElement).addEventListener('click', write, { signal });
  }

  async #write(): Promise<void> {
    show(this, '[data-sheet-failed]', false);
    const { definition, $answers } = findForm(this).store;
    const answers = toSentForm(definition, $answers.get());
    const [{ toSheets }, { writeWorkbook }] = await load(
      Promise.all([import('../../core/form/sheets.ts'), import('./write-workbook.ts')]),
    );
    const workbook = await writeWorkbook(toSheets(definition, answers));
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    download(
      documentFileName(definition.title, answers.header, '.xlsx'),
      type,
      new Uint8Array(await workbook.arrayBuffer()),
    );
  }

  #fail(error: unknown): void {
    console.error(error);
    show(this, '[data-sheet-failed]', true);
  }
}

customElements.define('form-sheet', FormSheet);
