import { type Api, startApi } from '../rest/api.fixture.ts'
import { type Asker, makeAskers } from './callers.fixture.ts'
import type { Outcome } from './expected.ts'
import { canary, makeHomes, makeWorld, type World } from './world.fixture.ts'

export interface Stage {
  readonly api: Api
  readonly world: World
  readonly askers: readonly Asker[]
}

export async function setStage(serverUrl: string): Promise<Stage> {
  const api = await startApi(serverUrl)
  const homes = await makeHomes(api)
  const askers = await makeAskers(api, homes)
  const owner = askers.find(({ name }) => name === 'owner')?.actor
  if (owner?.type !== 'user') throw new Error('nobody owns anything')
  return { api, askers, world: await makeWorld(api, homes, owner.id) }
}

/** What came of a request, in the words of the expectation; anything else in its own. */
export function outcomeOf(code: string | null, reason: string | null, text: string): string {
  if (code === null) return 'allowed'
  if (code === 'forbidden') return `forbidden ${reason}`
  return ['unauthenticated', 'not_found', 'invalid_input'].includes(code) ? code : text
}

/** Whoever may not see the department and owns nothing in it. */
const isOutside = ({ name }: Asker): boolean =>
  /anonymous|no department|another department|signals:write/.test(name)

/** Why a case is wrong, under its own name; null when it is right. */
export function judge(
  title: string,
  asker: Asker,
  expected: Outcome,
  found: string,
  text: string,
): string | null {
  const named = `${title} asked by ${asker.name}`
  if (found !== expected) return `${named}: ${found}, not ${expected}`
  const at = text.indexOf(canary)
  if (at < 0 || !isOutside(asker)) return null
  return `${named} tells of what they may not see: ${text.slice(Math.max(0, at - 60), at + 60)}`
}

const together = 4

/** Tries every case, a few at a time, and answers what is wrong. */
export async function tryAll(cases: readonly (() => Promise<string | null>)[]): Promise<string[]> {
  const wrong: string[] = []
  const left = cases.values()
  const work = async () => {
    for (const one of left) {
      const fault = await one()
      if (fault !== null) wrong.push(fault)
    }
  }
  await Promise.all(Array.from({ length: together }, work))
  return wrong
}
