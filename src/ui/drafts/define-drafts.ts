import { DraftFaults } from './draft-faults.ts';
import { DraftFiles } from './draft-files.ts';
import { DraftKeeping } from './draft-keeping.ts';
import { DraftList } from './draft-list.ts';

/** Defines the elements around drafts. They look for their host at once: the tool's own element is defined before. */
export function defineDrafts(): void {
  customElements.define('draft-list', DraftList);
  customElements.define('draft-faults', DraftFaults);
  customElements.define('draft-files', DraftFiles);
  customElements.define('draft-keeping', DraftKeeping);
}
