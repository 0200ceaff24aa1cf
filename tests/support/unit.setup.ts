/** A red property test can be repeated: fast-check prints its seed, and ENTENTE_SEED sets it. */
import fc from 'fast-check';

const seed = Number(process.env['ENTENTE_SEED']);
fc.configureGlobal({ verbose: 1, ...(Number.isInteger(seed) && seed !== 0 ? { seed } : {}) });
jest.setTimeout(30_000);
