export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A4 in points, upright and on its side. */
export const pageSizes = {
  upright: { width: 595.28, height: 841.89 },
  across: { width: 841.89, height: 595.28 },
} as const satisfies Record<string, PageSize>;
