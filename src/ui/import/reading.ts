import type { Correction } from '../../importer/model/correction.ts';
import { asShown, correctShown } from '../../importer/preview/correct-shown.ts';
import type { Preview, PreviewPlace } from '../../importer/preview/to-preview.ts';
import { openDraft } from '../../stores/draft.ts';
import { createSharedDevice } from '../../stores/shared-device.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import { toVisibleText } from '../parts/visible-text.ts';
import { filterPlaces } from './filter-places.ts';
import { type KeptCorrections, readCorrections } from './kept-corrections.ts';
import { askFields } from './mend-dialog.ts';
import { isGuessed, placeId, showFields, showPlace } from './place-view.ts';

/** A document that is shown, with what a person puts right of it. */
export interface Reading {
  corrections(): ReadonlyMap<string, Correction>;
  /** The folder has been handed out: leaving the page loses nothing. */
  markSaved(): void;
  /** What became of corrections made before, to be said: a name of the page's words. */
  opening: 'restored' | 'damaged' | 'notKept' | undefined;
  close(): void;
}

interface Site {
  topics: Readonly<Record<string, string>>;
  /** Names of known roles, offered while typing. */
  roles: readonly string[];
  base: string;
}

/** Shows a document: counts, what to look at, outline, places; corrections are kept on the device by the file's hash. */
export function openReading(root: HTMLElement, read: { preview: Preview; sha256: string }, site: Site): Reading {
  const { preview, sha256 } = read;
  const leaving = new AbortController();
  const draft = openDraft<KeptCorrections>({
    storage: () => localStorage,
    key: `kitei:${site.base}:import:${sha256.slice(0, 32)}:default`,
    read: readCorrections,
    now: () => new Date(),
  });
  const isShared = createSharedDevice(() => sessionStorage, site.base).isOn();
  const restored = !isShared && draft.opening.kind === 'restored' ? draft.opening.value : {};
  const corrections = new Map(Object.entries(restored));
  const places = new Map(preview.places.map((place) => [place.anchor, place]));
  let isSaved = true;

  const context = { root, topics: site.topics, mended: new Set(corrections.keys()) };
  const shown = (place: PreviewPlace) => correctShown(place, corrections.get(place.anchor));
  showCounts(root, preview);
  showNotes(root, preview);
  showOutline(root, preview.places);
  part(root, '[data-places]', HTMLElement).replaceChildren(
    ...preview.places.map((place) => showPlace(shown(place), context)),
  );
  countGuesses();

  const filter = filterPlaces(root, preview.places, shown, leaving.signal);
  part(root, '[data-places]', HTMLElement).addEventListener('click', press, { signal: leaving.signal });
  const warn = (event: BeforeUnloadEvent) => !isSaved && event.preventDefault();
  window.addEventListener('beforeunload', warn, { signal: leaving.signal });

  function press(event: Event): void {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mend], [data-look]') : null;
    const place = places.get(button?.dataset['mend'] ?? button?.dataset['look'] ?? '');
    if (!place || !button) return;
    if (button.dataset['look'] !== undefined) {
      take(place, asShown(shown(place)));
      // The button is gone; the place stays where it is until the choice is made anew.
      part(root, `#${CSS.escape(placeId(place.anchor))}`, HTMLElement).focus();
      return;
    }
    const roles = [...new Set([...site.roles, ...preview.places.flatMap(({ fields }) => fields.actors?.value ?? [])])];
    askFields(root, shown(place), roles, (correction) => {
      take(place, correction);
      button.focus();
    });
  }

  function take(place: PreviewPlace, correction: Correction | undefined): void {
    if (correction) corrections.set(place.anchor, correction);
    else corrections.delete(place.anchor);
    context.mended = new Set(corrections.keys());
    showFields(part(root, `#${CSS.escape(placeId(place.anchor))}`, HTMLElement), shown(place), context);
    countGuesses();
    filter.offer();
    keep();
  }

  function keep(): void {
    isSaved = false;
    if (isShared) return;
    draft.save(Object.fromEntries(corrections));
    const saving = draft.$saving.get();
    const status = part(root, '[data-status]', HTMLElement);
    status.textContent = saving === 'saved' ? '' : (status.dataset['notKept'] ?? '');
  }

  function countGuesses(): void {
    const count = preview.places.filter((place) => isGuessed(shown(place))).length;
    fillSlots(root, { guessed: String(count), mended: String(corrections.size) });
  }

  return {
    corrections: () => corrections,
    markSaved: () => {
      isSaved = true;
    },
    opening: openingOf(draft.opening.kind, isShared),
    close: () => leaving.abort(),
  };
}

function openingOf(kind: string, isShared: boolean): Reading['opening'] {
  if (isShared) return undefined;
  if (kind === 'restored') return 'restored';
  if (kind === 'blocked') return 'notKept';
  return kind === 'damaged' || kind === 'newer' ? 'damaged' : undefined;
}

function showCounts(root: HTMLElement, { counts }: Preview): void {
  const list = part(root, '[data-counts]', HTMLElement);
  const items = Object.entries(counts).flatMap(([key, count]) =>
    count > 0 ? [copyTemplate(root, 'count', { count: String(count), name: list.dataset[key] ?? '' })] : [],
  );
  list.replaceChildren(...items);
}

function showNotes(root: HTMLElement, { notes }: Preview): void {
  show(root, '[data-notes]', notes.length > 0);
  part(root, '[data-notes-count]', HTMLElement).textContent = String(notes.length);
  const items = notes.map(({ place, message }) =>
    copyTemplate(root, 'note', { place: toVisibleText(place), message: toVisibleText(message) }),
  );
  part(root, '[data-notes-list]', HTMLElement).replaceChildren(...items);
}

/** The headings as links; where there is none, the outline is left away. */
function showOutline(root: HTMLElement, places: readonly PreviewPlace[]): void {
  const items = places
    .filter(({ isHeading }) => isHeading)
    .map(({ anchor, number, caption, lines }) => {
      const entry = copyTemplate(root, 'entry', {
        title: toVisibleText([number, caption, ...lines].filter(Boolean).join(' ')),
      });
      part(entry, 'a', HTMLAnchorElement).href = `#${placeId(anchor)}`;
      return entry;
    });
  part(root, '[data-outline]', HTMLElement).replaceChildren(...items);
  show(root, '.k-imp__outline', items.length > 0);
}
