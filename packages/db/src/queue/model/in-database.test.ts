import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import { freshDatabase } from '../../../testing/fresh-database.ts'
import { DatabaseWorld } from './database-world.fixture.ts'
import { failingSeeds } from './failing-seeds.ts'
import { violationsOf } from './ledger.fixture.ts'
import { type Round, script } from './script.fixture.ts'
import { tellSeed } from './tell-seed.fixture.ts'
import { policies } from './worlds.fixture.ts'

const projects = 16
const rounds = 30
const shape = { projects, rounds, policies: policies.length, asleep: 12 }
const timeout = 120_000
/** A machine that is busy ends it before the test is ended, which knows no seed. */
const interruption = { interruptAfterTimeLimit: timeout - 10_000, markInterruptAsFailure: true }

async function play(played: readonly Round[]): Promise<void> {
  const fresh = await freshDatabase(inject('postgresUrl'))
  try {
    const world = await DatabaseWorld.begin(fresh, projects)
    for (const round of played) {
      await world.play(round)
      expect(await world.disagreements()).toEqual([])
    }
    expect(await violationsOf(world)).toEqual([])
  } finally {
    await fresh.close()
  }
}

it.each(failingSeeds.inDatabase)(
  'The script of seed $seed, which once went wrong, does so no more',
  async (known) => {
    const options = {
      ...known,
      ...interruption,
      numRuns: 1,
      endOnFailure: true,
      reporter: tellSeed,
    }
    await fc.assert(fc.asyncProperty(script(shape), play), options)
  },
  timeout,
)

it(
  'Thousands of steps on a real database, with workers that die, go as the reference says',
  async () => {
    const options = { ...interruption, numRuns: 8, endOnFailure: true, reporter: tellSeed }
    await fc.assert(fc.asyncProperty(script(shape), play), options)
  },
  timeout,
)
