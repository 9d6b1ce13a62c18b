import { load } from '../parts/load.ts';
import { listenToFiles } from '../receive/listen-to-files.ts';
import type { PeopleContext } from './people-context.ts';

/** Takes signed pledges that are chosen or dropped; the code that checks them comes with the first. */
export function takePledges(context: PeopleContext, input: HTMLInputElement, signal: AbortSignal): void {
  const take = (files: File[]) => {
    void load(import('./pledge-files.ts'))
      .then(({ markPledges }) => markPledges(context, files))
      .catch(context.failToLoad);
  };
  listenToFiles(context.root, input, take, signal);
}
