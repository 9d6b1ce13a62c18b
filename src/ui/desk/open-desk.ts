import { sha256 } from '@noble/hashes/sha2.js';
import { atom, computed, type ReadableAtom } from 'nanostores';
import { readAddressBook } from '../../core/address-book/read-address-book.ts';
import type { Campaign, Desk } from '../../core/desk/desk.ts';
import { toInvitation } from '../../core/desk/invitation.ts';
import { toTable } from '../../core/desk/table.ts';
import { toDesk } from '../../core/desk/to-desk.ts';
import { addressBookKey } from '../../stores/address-book.ts';
import { createDeskStore, type DeskStore } from '../../stores/desk.ts';
import { saysKeep } from '../../stores/desk-place.ts';
import { createKeptTexts } from '../../stores/kept-texts.ts';
import { RegisterLimitError } from '../../stores/register-box.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { LoadError, load } from '../parts/load.ts';
import { newId } from '../parts/new-id.ts';
import { part, show, today } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import { showCampaigns } from './campaigns.ts';
import type { DeskApp } from './desk-app.ts';
import type { DeskFacts, OpenCampaign } from './desk-context.ts';
import { changeKeeping, showKeeping } from './keeping.ts';
import { actions } from './press.ts';
import { showViews } from './views.ts';

/** Milliseconds between two drawings while files are checked. */
const pause = 1000;

/** Opens the desk of a page and shows what is kept. */
export async function openDesk(root: HTMLElement, signal: AbortSignal): Promise<DeskApp> {
  const { base = '/', generator = '' } = root.dataset;
  const sharedDevice = createSharedDevice(() => sessionStorage, base);
  const now = () => new Date();
  const keepsNothing = sharedDevice.isOn() || !saysKeep(() => localStorage, base);
  const store = createDeskStore({ factory: () => indexedDB, base, now, keepsNothing });
  const writer = createKeptTexts(() => localStorage, `kitei:${base}:writer`, sharedDevice.isOn());
  await store.look();
  const $isTaking = atom(false);
  const $desk = throttle(store, $isTaking, signal);
  const $id = atom(readOpened());
  const $book = atom(0);
  const contacts = () => readContacts(base);
  const tableOf = (desk: Desk, campaign: Campaign) =>
    toTable(desk, campaign, { today: today(now()), contacts: contacts() });
  const $open = computed([$desk, $id, $book], (desk, id): OpenCampaign | undefined => {
    const campaign = findOpened(desk, id);
    return campaign && { campaign, desk, rows: tableOf(desk, campaign) };
  });
  let facts: Promise<DeskFacts> | undefined;
  const done = part(root, '[data-done]', HTMLElement);

  const app: DeskApp = {
    root,
    base,
    generator,
    store,
    sharedDevice,
    writer,
    $desk,
    $isTaking,
    $open,
    sha256,
    contacts,
    now,
    tableOf: (campaign) => tableOf($desk.get(), campaign),
    entryOf: (id) => store.$state.get().entries.find((entry) => entry.id === id),
    async put(entries) {
      try {
        await store.put(entries);
        return true;
      } catch (error) {
        if (!(error instanceof RegisterLimitError)) throw error;
        app.tell([error.kind === 'entries' ? 'full' : 'long']);
        return false;
      }
    },
    writing: () => ({ id: newId(8), at: now().toISOString(), by: writer.$texts.get()['name'] ?? '' }),
    today: () => today(now()),
    linkOf: (campaign) => toLink(base, campaign),
    facts() {
      facts ??= fetchFacts(base);
      facts.catch(() => {
        facts = undefined;
      });
      return facts;
    },
    say(words) {
      show(root, '[data-not-loaded]', false);
      part(root, '[data-done-words]', HTMLElement).textContent = words;
      done.hidden = words === '';
      if (words !== '') done.focus();
    },
    tell: (names, texts) => app.say(toWords(done, names, texts)),
    failToLoad(error) {
      if (!(error instanceof Error && error.name === 'LoadError')) console.error(error);
      done.hidden = true;
      show(root, '[data-not-loaded]', true);
      part(root, '[data-not-loaded]', HTMLElement).focus();
    },
    openCampaign(id) {
      history.replaceState({ ...history.state, deskCampaign: id }, '');
      $id.set(id);
    },
    async press(name, button) {
      show(root, '[data-not-loaded]', false);
      await actions[name]?.(app, button);
    },
    change: (field) => changeKeeping(app, field),
    async take(collected) {
      const { takeFiles } = await load(import('./take-files.ts'));
      await takeFiles(app, collected, signal);
    },
    async readBackup(file) {
      const { readBackup } = await load(import('./backup.ts'));
      await readBackup(app, file);
    },
  };
  const look = () => void store.look();
  window.addEventListener('focus', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  const hear = ({ key }: StorageEvent) => (key === null || key === addressBookKey(base)) && $book.set($book.get() + 1);
  window.addEventListener('storage', hear, { signal });
  const $isAtRisk = computed([store.$saving, store.$state], (saving, state) => {
    const isOnPage = saving === 'off' || saving === 'failed' || saving === 'held';
    return isOnPage && state.entries.length > 0 && state.changedAt > state.backupAt;
  });
  warnBeforeLeaving($isAtRisk, signal);
  showKeeping(app, signal);
  showCampaigns(app, signal);
  showViews(app, signal);
  return app;
}

/** The desk out of what is stored; while files are checked not more often than every so many milliseconds. */
function throttle(store: DeskStore, $isTaking: ReadableAtom<boolean>, signal: AbortSignal): ReadableAtom<Desk> {
  const read = () => toDesk(store.$state.get().entries, store.$state.get().kept);
  const $desk = atom(read());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readAt = 0;
  const draw = () => {
    timer = undefined;
    readAt = performance.now();
    $desk.set(read());
  };
  const draws = () => {
    // Several changes of one task are drawn once.
    const wait = $isTaking.get() ? Math.max(0, readAt + pause - performance.now()) : 0;
    timer ??= setTimeout(draw, wait);
  };
  const stop = store.$state.listen(draws);
  signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  return $desk;
}

function findOpened({ campaigns }: Desk, id: string): Campaign | undefined {
  const there = campaigns.filter(({ isStruck }) => !isStruck);
  const latest = [...there].sort((a, b) =>
    a.begunOn === b.begunOn ? (a.at < b.at ? 1 : -1) : a.begunOn < b.begunOn ? 1 : -1,
  );
  return there.find((campaign) => campaign.id === id) ?? latest.find(({ closedOn }) => closedOn === '') ?? latest[0];
}

/** The campaign that was open before the page was loaded again. */
function readOpened(): string {
  const state: unknown = history.state;
  const id = typeof state === 'object' && state !== null && 'deskCampaign' in state ? state.deskCampaign : '';
  return typeof id === 'string' ? id : '';
}

function readContacts(base: string) {
  try {
    const book = readAddressBook(localStorage.getItem(addressBookKey(base)) ?? '');
    return book.ok ? book.contacts : [];
  } catch {
    // Blocked: no book.
    return [];
  }
}

/** Forms take no invitation: their address alone. */
function toLink(base: string, campaign: Campaign): string {
  const { kind, id } = campaign.tool;
  const page = new URL(`${base}${kind}s/${id}/`, location.href).href;
  return kind === 'checklist' ? page + (toInvitation(campaign) ?? '') : page;
}

async function fetchFacts(base: string): Promise<DeskFacts> {
  try {
    const response = await fetch(`${base}desk/facts.json`);
    // The build wrote it from checked content; a page of a proxy is no JSON.
    return await response.json();
  } catch (cause) {
    throw new LoadError('What letters are written with did not arrive.', { cause });
  }
}
