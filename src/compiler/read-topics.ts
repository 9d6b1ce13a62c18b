import type { Topics } from '../core/regulation/registers.ts';
import type { Faults } from './faults.ts';
import { readGeneral } from './general-knowledge.ts';
import { shapes } from './shapes.ts';

/** The topics of topics.yaml; those of kitei where the folder has no such file. */
export async function readTopics(faults: Faults): Promise<Topics> {
  return readGeneral('topics.yaml', shapes.topics, faults, {});
}
