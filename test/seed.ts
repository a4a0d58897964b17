import * as fc from 'fast-check'

/**
 * Property tests draw the same examples each time, so that a failure tells of a change and can be repeated.
 * BENCHSIDE_SEED=1234 npm test -- unit looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env['BENCHSIDE_SEED'] ?? 20_261_123) })
