import { describe, expect, test } from 'vitest';
import { SharedFileError } from '../../../../src/core/register/sync.ts';
import { toSharedFile } from '../../../../src/ui/register/bound/file-handle.ts';

/** A file as a browser gives it: what is written stands there when it is closed, and not before. */
class DiskFile {
  content: Uint8Array<ArrayBuffer>;
  lastModified = 1;
  fault: string | undefined;
  /** Somebody else, while this page is writing. */
  meanwhile: (() => void) | undefined;

  constructor(text: string) {
    this.content = new TextEncoder().encode(text);
  }

  get text(): string {
    return new TextDecoder().decode(this.content);
  }

  put(text: string): void {
    this.content = new TextEncoder().encode(text);
    this.lastModified += 1;
  }

  get handle(): FileSystemFileHandle {
    const fail = () => {
      if (this.fault !== undefined) throw new DOMException('no', this.fault);
    };
    const handle = {
      name: 'register.json',
      getFile: async () => {
        fail();
        return new File([this.content], 'register.json', { lastModified: this.lastModified });
      },
      createWritable: async () => {
        let text = '';
        return {
          write: async (more: string) => {
            text += more;
            this.meanwhile?.();
          },
          close: async () => this.put(text),
          abort: async () => {},
        };
      },
    };
    return handle as unknown as FileSystemFileHandle;
  }
}

describe('toSharedFile', () => {
  test('reads, and writes over what was read', async () => {
    const disk = new DiskFile('一');
    const file = toSharedFile(disk.handle);
    const seen = await file.read();
    expect(seen.text).toBe('一');
    expect(await file.write('二', seen)).toBe(true);
    expect(disk.text).toBe('二');
    expect((await file.read()).mark).not.toBe(seen.mark);
  });

  test('writes nothing over what came between, before or while it writes', async () => {
    const disk = new DiskFile('一');
    const file = toSharedFile(disk.handle);
    const seen = await file.read();
    disk.meanwhile = () => disk.put('三');
    expect(await file.write('二', seen)).toBe(false);
    expect(await file.write('二', seen)).toBe(false);
    expect(disk.text).toBe('三');
  });

  test('reads what was saved again in Shift_JIS, and gives what is not certain as no JSON', async () => {
    const disk = new DiskFile('');
    disk.content = new Uint8Array([0x7b, 0x22, 0x8e, 0x81, 0x22]);
    expect((await toSharedFile(disk.handle).read()).text).toBe('{"氏"');
    // 山田 in EUC-JP is ｻｳﾅﾄ in Shift_JIS.
    disk.content = new Uint8Array([0x7b, 0x22, 0xbb, 0xb3, 0xc5, 0xc4, 0x22]);
    expect((await toSharedFile(disk.handle).read()).text).toBe('\uFFFD');
  });

  test.each([
    ['NotFoundError', 'gone'],
    ['NotAllowedError', 'no-permission'],
    ['QuotaExceededError', 'full'],
    ['NoModificationAllowedError', 'locked'],
    ['NotReadableError', 'locked'],
    ['UnknownError', 'failed'],
  ])('says of %s that the file is %s', async (name, kind) => {
    const disk = new DiskFile('一');
    disk.fault = name;
    const fault = await toSharedFile(disk.handle)
      .read()
      .catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(SharedFileError);
    expect(fault).toMatchObject({ kind });
  });
});
