import { show } from './parts.ts';

/** Does what may fail for want of a connection, and shows what to do then. @param failed selects the words for that */
export async function attempt(root: ParentNode, failed: string, act: () => Promise<unknown>): Promise<void> {
  show(root, failed, false);
  try {
    await act();
  } catch (error) {
    console.error(error);
    show(root, failed, true);
  }
}
