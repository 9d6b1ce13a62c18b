import type * as z from 'zod/mini';
import { ChecklistFileSchema } from '../core/checklist/file-schema.ts';
import { DecisionFileSchema } from '../core/decision/file-schema.ts';
import { ScopeFileSchema } from '../core/decision/scope-schema.ts';
import { LettersSchema } from '../core/desk/letters-schema.ts';
import { DocumentFileSchema } from '../core/document/file-schema.ts';
import { FormFileSchema } from '../core/form/file-schema.ts';
import { ProductsSchema, TermVariantsSchema } from '../core/inspection/rules.ts';
import { ConflictsSchema } from '../core/regulation/conflicts-schema.ts';
import { GlossarySchema } from '../core/regulation/glossary.ts';
import { AmendmentsSchema, ImportRecordSchema, OriginalsSchema } from '../core/regulation/imported.ts';
import { ProvisionAttributesSchema, SectionAttributesSchema } from '../core/regulation/provision.ts';
import {
  OrganizationSchema,
  RecordsSchema,
  RolesSchema,
  SourceSchema,
  TopicsSchema,
} from '../core/regulation/registers.ts';
import { SynonymsSchema } from '../core/regulation/synonyms.ts';
import { ListFileSchema } from '../core/tailoring/company-list.ts';
import { FillInsSchema } from '../core/tailoring/fill-ins.ts';
import { WordReadingsSchema } from '../core/word-index/readings-schema.ts';

/** A schema with the file that explains its fields: messages send authors there. */
export interface Shape<S extends z.ZodMiniType> {
  schema: S;
  file: string;
}

const registers = 'src/core/regulation/registers.ts';
const imported = 'src/core/regulation/imported.ts';
const provision = 'src/core/regulation/provision.ts';
const rules = 'src/core/inspection/rules.ts';

/** What stands in each kind of file, and at the components that carry many attributes. */
export const shapes = {
  amendments: { schema: AmendmentsSchema, file: imported },
  checklist: { schema: ChecklistFileSchema, file: 'src/core/checklist/file-schema.ts' },
  conflicts: { schema: ConflictsSchema, file: 'src/core/regulation/conflicts-schema.ts' },
  decision: { schema: DecisionFileSchema, file: 'src/core/decision/file-schema.ts' },
  document: { schema: DocumentFileSchema, file: 'src/core/document/file-schema.ts' },
  fillIns: { schema: FillInsSchema, file: 'src/core/tailoring/fill-ins.ts' },
  form: { schema: FormFileSchema, file: 'src/core/form/file-schema.ts' },
  glossary: { schema: GlossarySchema, file: 'src/core/regulation/glossary.ts' },
  imports: { schema: ImportRecordSchema, file: imported },
  letters: { schema: LettersSchema, file: 'src/core/desk/letters-schema.ts' },
  list: { schema: ListFileSchema, file: 'src/core/tailoring/company-list.ts' },
  organization: { schema: OrganizationSchema, file: registers },
  originals: { schema: OriginalsSchema, file: imported },
  products: { schema: ProductsSchema, file: rules },
  provision: { schema: ProvisionAttributesSchema, file: provision },
  records: { schema: RecordsSchema, file: registers },
  roles: { schema: RolesSchema, file: registers },
  scope: { schema: ScopeFileSchema, file: 'src/core/decision/scope-schema.ts' },
  section: { schema: SectionAttributesSchema, file: provision },
  source: { schema: SourceSchema, file: registers },
  synonyms: { schema: SynonymsSchema, file: 'src/core/regulation/synonyms.ts' },
  termVariants: { schema: TermVariantsSchema, file: rules },
  topics: { schema: TopicsSchema, file: registers },
  wordReadings: { schema: WordReadingsSchema, file: 'src/core/word-index/readings-schema.ts' },
};
