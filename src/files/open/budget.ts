/** What opening one file may ask of the machine, with all that is in it. */
export interface OpenLimits {
  /** Files in it, those that are refused counted. */
  files: number;
  /** Bytes of all unpacked files together. */
  total: number;
  /** Bytes of one unpacked file. */
  entry: number;
  /** Unpacked bytes for each packed one, of a file beyond `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
  /** How many files that hold files may stand in one another: 2 is a zip in a mail in a zip. */
  depth: number;
  /** Milliseconds that opening may take. What the consumer does between two files counts, too. */
  time: number;
}

const mib = 1024 * 1024;

/** Three hundred files of a sitting, signed PDF of some hundred kilobytes, beside scans of 20 MB. */
export const usualLimits: OpenLimits = {
  files: 1_000,
  total: 400 * mib,
  entry: 20 * mib,
  ratio: 250,
  ratioFrom: mib,
  depth: 2,
  time: 120_000,
};

/** Opening took too long. */
export class OutOfTimeError extends Error {
  override name = 'OutOfTimeError';
}

/** What is left of the limits while one file is opened; all that is in it shares one. */
export class Budget {
  readonly limits: OpenLimits;
  readonly #now: () => number;
  readonly #end: number;
  #files: number;
  #total: number;

  /** @param now milliseconds of some clock */
  constructor(limits: OpenLimits, now: () => number) {
    this.limits = limits;
    this.#now = now;
    this.#end = now() + limits.time;
    this.#files = limits.files;
    this.#total = limits.total;
  }

  /** @throws OutOfTimeError */
  checkTime = (): void => {
    if (this.#now() > this.#end) throw new OutOfTimeError('Opening took too long.');
  };

  /** Whether one file more may be told of. */
  takeFile(): boolean {
    this.#files -= 1;
    return this.#files >= 0;
  }

  /** Whether so many bytes more may be unpacked; what may not is not counted. */
  takeBytes(size: number): boolean {
    if (size > this.#total) return false;
    this.#total -= size;
    return true;
  }
}
