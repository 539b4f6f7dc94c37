/** Where a random script starts and what it was shrunk to, as a failure prints it. */
export interface KnownSeed {
  readonly seed: number
  readonly path: string
}

/** Scripts that once went wrong. They are played first, and none is ever taken out. */
export const failingSeeds: Readonly<Record<'inMemory' | 'inDatabase', readonly KnownSeed[]>> = {
  inMemory: [
    { seed: -623_542_615, path: '2145' },
    { seed: -2_127_875_429, path: '229' },
    { seed: 198_177_734, path: '98' },
    { seed: -819_077_803, path: '14' },
  ],
  inDatabase: [
    // A refused digest was taken for one that had told the ends of its alerts.
    { seed: 2_017_011_621, path: '5' },
  ],
}
