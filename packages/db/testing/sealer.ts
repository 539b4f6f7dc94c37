import { createSealer } from '../src/client/index.ts'

/** Seals with a key that every test knows. */
export const testSealer = createSealer([{ id: 'test', key: new Uint8Array(32).fill(7) }])
