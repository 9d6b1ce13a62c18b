declare namespace App {
  interface Locals {
    /** Set on the page that holds a whole handbook for paper: its parts need no permalinks, and link inside the page. */
    whole?: {
      /** Its id, e.g. `company`. */
      handbook: string;
      /** Chapters stand under titles of their own, so that all headings are one deeper. */
      hasChapters: boolean;
    };
  }
}
