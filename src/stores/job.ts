import { atom, computed, type ReadableAtom } from 'nanostores';
import { emptyJob, isJobTyped, type JobAnswers, type JobRow, readJob } from '../core/papers/job-answers.ts';
import type { DraftStorage } from './draft.ts';
import { createDraftBox, type Saving } from './draft-box.ts';

export interface JobStoreOptions {
  storage: () => DraftStorage;
  base: string;
  job: string;
  now: () => Date;
  /** A new id of a draft: small letters, digits and hyphens, never the same again. */
  newId: () => string;
  /** The draft that the address names; without one, the latest is opened. */
  draftId?: string | undefined;
  /** On a shared device: nothing is read from it, and nothing written. */
  keepsNothing: boolean;
}

/** A job that was begun before. */
export interface EarlierJob {
  id: string;
  savedAt: string;
  value: JobAnswers;
}

export interface JobStore {
  $answers: ReadableAtom<JobAnswers>;
  $saving: ReadableAtom<Saving>;
  /** Something is typed that ends with the page. */
  $isAtRisk: ReadableAtom<boolean>;
  /** Whether what was stored could not be opened; it stays where the person can get it back. */
  isDamaged(): boolean;
  /** Puts part of the answers in the place of what was there. */
  change(part: Partial<Omit<JobAnswers, 'format' | 'job'>>): void;
  fillFact(id: string, text: string): void;
  fillClient(id: string, part: Partial<JobAnswers['clients'][string]>): void;
  setRows(rows: JobRow[]): void;
  /** The paper that was begun from these answers. */
  remember(formId: string, caseId: string): void;
  /** @param day `YYYY-MM-DD`; undefined: not done after all */
  finish(step: string, day: string | undefined): void;
  /** The other drafts of this job, the latest first. */
  listOthers(): EarlierJob[];
  /** Another contract, another incident: what was there stays a draft. */
  begin(): void;
  open(id: string): void;
  /** Opens what another page has stored by now. */
  reload(): void;
  /** Stores what is on this page, whatever is stored by now. */
  overwrite(): void;
  /** Looks whether what is stored is still what this page knows. */
  look(): void;
  /** Removes the open draft; the papers that were made stay. */
  erase(): void;
}

/** One kind of job on this device, its drafts under `kitei:<base>:job:<job>:<draftId>`. */
export function createJobStore({ base, job, draftId, ...options }: JobStoreOptions): JobStore {
  const box = createDraftBox<JobAnswers>({
    ...options,
    draftId,
    prefix: `kitei:${base}:job:${job}:`,
    read: (value) => readJob(value, job),
  });
  const $answers = atom(emptyJob(job));
  box.$opened.subscribe(({ opening }) => $answers.set(opening.kind === 'restored' ? opening.value : emptyJob(job)));

  function change(part: Partial<JobAnswers>): void {
    const answers = { ...$answers.get(), ...part };
    $answers.set(answers);
    box.save(answers);
  }

  return {
    $answers,
    $saving: box.$saving,
    $isAtRisk: computed(
      [$answers, box.$saving],
      (answers, saving) => saving !== 'saved' && saving !== 'idle' && isJobTyped(answers),
    ),
    isDamaged: () => ['damaged', 'newer'].includes(box.$opened.get().opening.kind),
    change,
    fillFact: (id, text) => change({ facts: { ...$answers.get().facts, [id]: text } }),
    fillClient(id, part) {
      const { clients } = $answers.get();
      const before = Object.hasOwn(clients, id) ? clients[id] : undefined;
      change({ clients: { ...clients, [id]: { recipient: '', business: '', ...before, ...part } } });
    },
    setRows: (rows) => change({ rows }),
    remember: (formId, caseId) => change({ made: { ...$answers.get().made, [formId]: caseId } }),
    finish(step, day) {
      const { [step]: _, ...done } = $answers.get().done;
      change({ done: day === undefined ? done : { ...done, [step]: day } });
    },
    listOthers() {
      const open = box.$opened.get().id;
      return box
        .list()
        .flatMap((entry) =>
          entry.kind === 'readable' && entry.id !== open
            ? [{ id: entry.id, savedAt: entry.savedAt, value: entry.value }]
            : [],
        );
    },
    begin: () => box.start(),
    open: (id) => box.open(id),
    reload: () => box.open(box.$opened.get().id),
    overwrite: () => box.overwrite($answers.get()),
    look: () => box.look(),
    erase() {
      box.erase();
      $answers.set(emptyJob(job));
    },
  };
}
