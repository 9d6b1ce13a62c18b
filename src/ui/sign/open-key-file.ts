import { part, show } from '../parts/parts.ts';

/** Why a key file is not taken: a name among the texts of KeyFile.astro, or a sentence of src/signing. */
export interface KeyFileProblem {
  problem: string;
  message?: string;
}

/** A byte more than src/signing looks at, so that it says what is wrong with a larger file. */
const mostBytes = 1_000_001;

/**
 * Opens the file chosen in KeyFile.astro with the password typed there; what is wrong is said at its field.
 * @param place the element of KeyFile.astro, or one around it
 * @param open gives what the file is opened for, or the problem
 */
export async function openKeyFile<Opened extends object>(
  place: ParentNode,
  open: (bytes: Uint8Array, password: string) => Promise<Opened | KeyFileProblem>,
): Promise<Opened | undefined> {
  const root = part(place, '[data-key-file]', HTMLElement);
  const file = part(root, '[data-file]', HTMLInputElement);
  const password = part(root, '[data-password]', HTMLInputElement);
  const tell = ({ problem, message }: KeyFileProblem) => {
    const kind = problem === 'wrong-password' ? 'password' : 'file';
    const field = kind === 'password' ? password : file;
    part(root, `[data-${kind}-problem]`, HTMLElement).textContent =
      message ?? root.getAttribute(`data-${problem}`) ?? '';
    show(root, `[data-${kind}-problem]`, true);
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  };
  clear(root);
  const [chosen] = file.files ?? [];
  if (!chosen) return void tell({ problem: 'missing' });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await chosen.slice(0, mostBytes).arrayBuffer());
  } catch {
    // Moved or removed since it was chosen.
    return void tell({ problem: 'unreadable' });
  }
  const opened = await open(bytes, password.value);
  if ('problem' in opened) return void tell(opened);
  // Nobody who comes to this screen later shall find it.
  password.value = '';
  return opened;
}

function clear(root: HTMLElement): void {
  show(root, '[data-file-problem], [data-password-problem]', false);
  for (const field of root.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}
