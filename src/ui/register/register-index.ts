import { stateOf } from '../../core/register/entry.ts';
import { isOpen } from '../../core/register/is-open.ts';
import type { RegisterRules } from '../../core/register/rules.ts';
import { readKeptRegister, registerPlace } from '../../stores/register-box.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';

/** The list of all registers: says of each what this device has. */
class RegisterIndex extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { base = '/' } = this.dataset;
    const isShared = createSharedDevice(() => sessionStorage, base).isOn();
    show(this, '[data-shared]', isShared);
    if (isShared) return;
    const look = () => void this.#look(base);
    // Somebody comes back from a register by the browser's own button.
    window.addEventListener('pageshow', look, { signal });
    look();
  }

  async #look(base: string): Promise<void> {
    for (const [id, tables] of Object.entries(this.#readRules())) {
      try {
        await this.#tell(base, id, tables);
      } catch {
        // Blocked, damaged or newer: its own page says so.
      }
    }
  }

  async #tell(base: string, id: string, tables: RegisterRules['tables']): Promise<void> {
    const place = part(this, `[data-kept="${id}"]`, HTMLElement);
    const kept = await readKeptRegister(registerPlace(() => indexedDB, base, id));
    place.hidden = !kept || kept.entries.length + kept.damaged.length === 0;
    if (!kept || place.hidden) return;
    const open = kept.entries.filter((entry) => {
      const own = tables[entry.table];
      return own && isOpen(stateOf(entry), own);
    }).length;
    part(place, '[data-count]', HTMLElement).textContent = kept.entries.length.toLocaleString('en');
    part(place, '[data-open]', HTMLElement).textContent =
      open > 0 ? toWords(place, ['openWords'], { o: open.toLocaleString('en') }) : '';
    const { backupAt, changedAt } = kept;
    const backup = backupAt === '' ? 'never' : backupAt < changedAt ? 'stale' : 'fresh';
    const texts = { b: backupAt && formatTime(backupAt), m: changedAt && formatTime(changedAt) };
    part(place, '[data-backup]', HTMLElement).textContent = toWords(place, [backup], texts);
  }

  /** The build wrote this JSON from checked definitions into the same page; nobody else can have. */
  #readRules(): Record<string, RegisterRules['tables']> {
    return JSON.parse(this.querySelector('script[data-rules]')?.textContent ?? '');
  }
}

customElements.define('register-index', RegisterIndex);
