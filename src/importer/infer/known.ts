/** What the content folder already has under a name; of a new document nothing but the topics. */
export interface Known {
  /** Role id → name. */
  roles: Readonly<Record<string, string>>;
  /** Record id → name. */
  records: Readonly<Record<string, string>>;
  /** Topic id → name. */
  topics: Readonly<Record<string, string>>;
  /** Role id → how the document abbreviates it, e.g. `乙`. */
  printed?: Readonly<Record<string, string>>;
}
