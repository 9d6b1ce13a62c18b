import { download, part } from '../parts/parts.ts';

/** Files handed to the person, each with a link to fetch it once more from its panel. */
export class HandedOut {
  readonly #urls = new Map<HTMLElement, string>();

  /** @param panel has `[data-download]`, a link, and `[data-file-name]` */
  give(panel: HTMLElement, name: string, type: string, bytes: Uint8Array): void {
    const file = new Uint8Array(bytes);
    this.#forget(panel);
    const link = part(panel, '[data-download]', HTMLAnchorElement);
    link.href = URL.createObjectURL(new Blob([file], { type }));
    link.download = name;
    this.#urls.set(panel, link.href);
    part(panel, '[data-file-name]', HTMLElement).textContent = name;
    download(name, type, file);
  }

  /** Lets the browser forget the bytes. */
  forgetAll(): void {
    for (const panel of [...this.#urls.keys()]) this.#forget(panel);
  }

  #forget(panel: HTMLElement): void {
    const url = this.#urls.get(panel);
    if (url) URL.revokeObjectURL(url);
    this.#urls.delete(panel);
  }
}
