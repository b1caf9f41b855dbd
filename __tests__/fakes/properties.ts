/** fast-check, which tries the same examples every time; each night, the tests give it another seed. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_127) })

export { fc }
