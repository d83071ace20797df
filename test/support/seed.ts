import fc from 'fast-check';

/** A run that is to be seen again begins with its seed. */
const seed = process.env['SOAK_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
