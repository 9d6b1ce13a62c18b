import { LiveElement } from '../parts/live-element.ts';
import { download, part, show, today } from '../parts/parts.ts';
import { readDrop } from '../receive/intake.ts';
import { askNames } from './ask-names.ts';
import type { ImportBase, ImportReply } from './importer.ts';
import { type Importer, openImporterBeside } from './open-importer.ts';
import type { Reading } from './reading.ts';
import '../parts/watch-characters.ts';

/**
 * Around the page: a regulation is chosen, read in a worker, shown, put right, and saved as a content folder. What
 * shows it is fetched with the first document.
 */
class ImportDocument extends LiveElement {
  #importer: Importer = openImporterBeside();
  #base: Promise<ImportBase> | undefined;
  #reading: Reading | undefined;

  protected override arrive(signal: AbortSignal): void {
    const drop = part(this, '[data-drop]', HTMLElement);
    const field = part(drop, 'input', HTMLInputElement);
    drop.hidden = false;
    field.addEventListener('change', () => this.#choose([...(field.files ?? [])]), { signal });
    const over = (event: DragEvent) => {
      event.preventDefault();
      drop.toggleAttribute('data-over', event.type === 'dragover');
    };
    for (const type of ['dragover', 'dragleave'] as const) drop.addEventListener(type, over, { signal });
    const take = (event: DragEvent) => {
      over(event);
      if (event.dataTransfer) this.#choose(readDrop(event.dataTransfer).map(({ content }) => content));
    };
    drop.addEventListener('drop', take, { signal });
    const names = part(this, '[data-names]', HTMLFormElement);
    names.addEventListener('submit', (event) => this.#save(event, names), { signal });
    this.follow(() => this.#importer.close());
  }

  async #choose([file, ...more]: File[]): Promise<void> {
    if (!file) return;
    this.#say('reading');
    show(this, '[data-result]', false);
    const reply = await this.#ask(async () => {
      this.#base ??= fetchBase(`${this.dataset['base'] ?? '/'}import/base.json`);
      return { kind: 'read', file, base: await this.#base };
    });
    if (reply?.kind !== 'preview') return;
    try {
      const { openReading } = await import('./reading.ts');
      const base = await this.#base;
      this.#reading?.close();
      this.#reading = openReading(this, reply, {
        topics: base?.topics ?? {},
        roles: Object.values(base?.roles ?? {}),
        base: this.dataset['base'] ?? '/',
      });
      this.#say(this.#reading.opening ?? (more.length > 0 ? 'several' : undefined));
      prefill(part(this, '[data-names]', HTMLFormElement), reply.preview.title, file.name);
      show(this, '[data-result]', true);
      part(this, '[data-heading]', HTMLElement).focus();
    } catch {
      // Only the code can be missing: what it shows has been read.
      this.#say('notLoaded');
    }
  }

  async #save(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
    event.preventDefault();
    const names = askNames(form);
    const reading = this.#reading;
    if (!names || !reading) return;
    this.#say('writing');
    const reply = await this.#ask(async () => ({
      kind: 'write',
      names,
      corrections: reading.corrections(),
      today: today(new Date()),
    }));
    if (reply?.kind !== 'folder') return;
    download(`${names.id}.zip`, 'application/zip', reply.zip);
    reading.markSaved();
    this.#say('saved');
  }

  /** @returns undefined where it did not work, which has been said */
  async #ask(toRequest: () => Promise<Parameters<Importer['ask']>[0]>): Promise<ImportReply | undefined> {
    try {
      const reply = await this.#importer.ask(await toRequest());
      if (reply.kind === 'refused') this.#sayWords(reply.message);
      else if (reply.kind === 'not-loaded') this.#startAnew('notLoaded');
      else return reply;
    } catch (error) {
      this.#startAnew(error instanceof BaseError ? 'notLoaded' : 'failed');
    }
    return undefined;
  }

  #startAnew(message: string): void {
    this.#base = undefined;
    this.#importer.close();
    this.#importer = openImporterBeside();
    this.#say(message);
  }

  #say(message: string | undefined): void {
    this.#sayWords((message && part(this, '[data-status]', HTMLElement).dataset[message]) ?? '');
  }

  #sayWords(words: string): void {
    part(this, '[data-status]', HTMLElement).textContent = words;
  }
}

/** What the site knows did not arrive. */
class BaseError extends Error {
  override name = 'BaseError';
}

/** The file is the site's own, made by the same build as this script. @throws BaseError */
async function fetchBase(address: string): Promise<ImportBase> {
  try {
    const response = await fetch(address);
    if (response.ok) return (await response.json()) as ImportBase;
  } catch (cause) {
    throw new BaseError('The network failed.', { cause });
  }
  throw new BaseError(`${address} did not arrive.`);
}

/** What the document and its file say of its names; what a person has typed stays. */
function prefill(form: HTMLFormElement, title: string, fileName: string): void {
  const set = (name: string, value: string) => {
    const field = part(form, `[name="${name}"]`, HTMLInputElement);
    if (field.value === '') field.value = value;
  };
  const bare = fileName.replace(/\.[^.]*$/, '');
  set('title', title || bare);
  set(
    'id',
    bare
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .replace(/^\d+/, '')
      .slice(0, 30),
  );
}

customElements.define('import-document', ImportDocument);
