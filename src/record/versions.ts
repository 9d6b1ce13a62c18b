import type { ToolAnswers, ToolDefinition } from './contents.ts';
import type { Tool } from './tool.ts';
import { checklistTool } from './v1/checklist/tool.ts';
import { decisionTool } from './v1/decision/tool.ts';
import { formTool } from './v1/form/tool.ts';
import type { SummaryDocument } from './v1/summary/summary-document.ts';

/** A tool, whichever it is: the kind of the answers has chosen it, so they are its own. */
export type AnyTool = Tool<ToolDefinition, ToolAnswers>;

/**
 * A version of the record: what a file means that says `kitei/N`. A released one never changes, for files of it are kept
 * for ten years and made again byte for byte to be believed. A new wording, order, column or date format is a new
 * version beside it. Version 1 is not released yet.
 */
export interface RecordVersion {
  format: string;
  /** Of the summaries that its tools make; the PDF's layout goes by it. */
  summaryFormat: SummaryDocument['format'];
  tools: Readonly<Record<ToolAnswers['kind'], AnyTool>>;
}

const v1: RecordVersion = {
  format: 'kitei/1',
  summaryFormat: 'kitei-summary/1',
  tools: { checklist: checklistTool, decision: decisionTool, form: formTool },
};

/** What a site can read and make again; the newest, which it writes, last. */
export const recordVersions: readonly RecordVersion[] = [v1];

/** The version that is written. */
export const currentVersion: RecordVersion = v1;
