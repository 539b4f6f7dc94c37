import { writeFileSync } from 'node:fs'
import type { DingtalkFake } from '@highwater/channels/testing'
import { test as base } from '@playwright/test'
import { type Api, apiOf } from './api.ts'
import { awaitLife } from './come-alive.ts'
import { signedInState } from './people.ts'
import { startRobot } from './robots.ts'
import { openServer, type Server } from './server.ts'
import { type Stack, startStack } from './stack.ts'

interface Choice {
  /** Whose the browser is; a first visitor comes before there is any account. */
  readonly as: 'administrator' | 'stranger' | 'first visitor'
}

export interface Scene {
  readonly stack: Stack
  /** Speaks with a token that may do everything. */
  readonly api: Api
  readonly robot: DingtalkFake
}

interface Once {
  readonly server: Server
}

/**
 * Every journey has an installation of its own, so that none meets what another has left behind.
 * A fixture's first argument has to be a pattern: Playwright reads from it what is needed.
 */
export const test = base.extend<Choice & Scene, Once>({
  as: ['administrator', { option: true }],
  server: [
    async ({ playwright: _ }, use) => {
      const server = await openServer()
      await use(server)
      await server.end()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  stack: async ({ server, as }, use, journey) => {
    const stack = await startStack(server.url, { withAdministrator: as !== 'first visitor' })
    try {
      await use(stack)
    } finally {
      await stack.stop()
    }
    if (journey.status === journey.expectedStatus) return
    for (const { name, log } of [stack.web, stack.worker]) {
      const path = journey.outputPath(`${name.replace(' ', '-')}.log`)
      writeFileSync(path, log())
      await journey.attach(`log of the ${name}`, { path, contentType: 'text/plain' })
    }
  },
  api: ({ stack }, use) => use(apiOf(stack.url, stack.token)),
  robot: async ({ playwright: _ }, use) => {
    const robot = await startRobot()
    await use(robot)
    await robot.close()
  },
  baseURL: ({ stack }, use) => use(stack.url),
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled) awaitLife(page)
    await use(page)
  },
  storageState: async ({ stack, as }, use) =>
    use(as === 'administrator' ? await signedInState(stack.url) : undefined),
})

export { expect } from '@playwright/test'
