import type { WordReadings } from '../core/word-index/readings-schema.ts';
import { Faults } from './faults.ts';
import { programContent } from './general-knowledge.ts';
import { readRegister } from './parse-yaml.ts';
import { shapes } from './shapes.ts';

const name = 'readings.yaml';

/** Reads readings.yaml of the folder, and those of kitei for the words that it does not name. */
export async function readWordReadings(faults: Faults): Promise<WordReadings> {
  // What kitei brings along is checked where it is made.
  const general = await readRegister(name, shapes.wordReadings, new Faults(programContent()), {});
  return { ...general, ...(await readRegister(name, shapes.wordReadings, faults, {})) };
}
