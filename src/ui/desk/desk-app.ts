import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Desk } from '../../core/desk/desk.ts';
import type { DeskStore } from '../../stores/desk.ts';
import type { KeptTexts } from '../../stores/kept-texts.ts';
import type { SharedDevice } from '../../stores/shared-device.ts';
import type { Collected } from './collect-files.ts';
import type { DeskContext } from './desk-context.ts';

/** The desk as its own parts have it. */
export interface DeskApp extends DeskContext {
  store: DeskStore;
  sharedDevice: SharedDevice;
  /** Who receives, under `name`. */
  writer: KeptTexts;
  /** Anew with every change. */
  $desk: ReadableAtom<Desk>;
  /** Whether files are being checked: then what is shown is drawn less often. */
  $isTaking: WritableAtom<boolean>;
  /** Tells something by the names of its sentences in the page. */
  tell(names: readonly string[], texts?: Readonly<Record<string, string>>): void;
  /** Does what a button says. */
  press(name: string, button: HTMLElement): Promise<void>;
  /** Follows a field of the page. */
  change(field: HTMLElement): Promise<void>;
  take(collected: Collected): Promise<void>;
  readBackup(file: File): Promise<void>;
}
