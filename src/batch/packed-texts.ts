import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Values by hash, written small: of ten thousand answers no more lies open than is looked at. */
export class PackedTexts<Value> {
  readonly #packed = new Map<string, Buffer>();
  #last: { hash: string; value: Value } | undefined;

  /** @param value what JSON can hold */
  put(hash: string, value: Value): void {
    if (!this.#packed.has(hash)) this.#packed.set(hash, deflateRawSync(JSON.stringify(value)));
  }

  /** The value; the one that was asked for last is at hand. */
  get(hash: string): Value | undefined {
    if (this.#last?.hash === hash) return this.#last.value;
    const packed = this.#packed.get(hash);
    if (!packed) return undefined;
    // Written by put() in the same run.
    const value = JSON.parse(inflateRawSync(packed).toString()) as Value;
    this.#last = { hash, value };
    return value;
  }
}
