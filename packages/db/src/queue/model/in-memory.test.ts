import fc from 'fast-check'
import { expect, it } from 'vitest'
import { failingSeeds } from './failing-seeds.ts'
import { violations } from './invariants.fixture.ts'
import { MemoryWorld } from './memory-world.fixture.ts'
import { type Round, script } from './script.fixture.ts'
import { policies } from './worlds.fixture.ts'

const projects = 4
const rounds = 60
/** One test of its own each, so that a busy machine has time for all of them. */
const portions = [1, 2, 3, 4]
const numRuns = Math.ceil(100_000 / (projects * rounds) / portions.length)
const shape = { projects, rounds, policies: policies.length, asleep: 1 }

function play(played: readonly Round[]): void {
  const world = new MemoryWorld(projects)
  for (const round of played) {
    world.play(round)
    expect(world.disagreements()).toEqual([])
  }
  expect(violations(world)).toEqual([])
}

it.each(failingSeeds.inMemory)(
  'The script of seed $seed, which once went wrong, does so no more',
  (known) => {
    fc.assert(fc.property(script(shape), play), { ...known, numRuns: 1 })
  },
)

it.each(portions)(
  'A hundred thousand random steps go as the reference says, and every promise holds: quarter %i',
  () => {
    fc.assert(fc.property(script(shape), play), { numRuns })
  },
)
