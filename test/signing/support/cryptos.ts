import { pureCrypto } from '../../../src/signing/pure/pure-crypto.ts';
import { nodeCrypto } from './signed-file.ts';

/** The cryptography in JavaScript, as a plain http page has it. */
export const plainCrypto = pureCrypto((bytes) => crypto.getRandomValues(bytes));

/** Both, for tests that must not tell them apart. */
export const cryptos = [
  { of: 'the browser', crypto: nodeCrypto },
  { of: 'JavaScript', crypto: plainCrypto },
] as const;
