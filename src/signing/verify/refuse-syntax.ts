import { PdfSyntaxError } from '../pdf/pdf-value.ts';
import { RefusalError, type RefusalReason } from '../refusal-reasons.ts';

/** Runs a step; syntax that is not ours becomes a refusal. */
export async function refuseSyntax<Result>(
  findReason: () => RefusalReason,
  step: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new RefusalError(findReason(), error.message, { cause: error });
    throw error;
  }
}
