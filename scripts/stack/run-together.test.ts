import { expect, test } from 'vitest'
import type { ServiceTask } from '../processes/service.ts'
import type { OpenDatabase } from './open-database.ts'
import { runTogether } from './run-together.ts'

function program(name: string, source: string): ServiceTask {
  return { name, args: ['--eval', source], cwd: '/', env: process.env }
}

const stays = program('worker', 'setInterval(() => undefined, 1000)')
const ignoresSignals = program(
  'worker',
  "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000)",
)

function fakeDatabase(): OpenDatabase & { closed: boolean } {
  return {
    url: '',
    ended: new Promise(() => undefined),
    closed: false,
    async close() {
      this.closed = true
    },
  }
}

function stopRequest() {
  const wanted = new AbortController()
  const urgent = new AbortController()
  return { wanted, urgent, request: { wanted: wanted.signal, urgent: urgent.signal } }
}

test('A stop ends the programs, then the database, with exit code 0', async () => {
  const database = fakeDatabase()
  const { wanted, request } = stopRequest()
  const code = await runTogether({
    tasks: [stays, stays],
    database,
    stop: request,
    whenStarted: async () => wanted.abort(),
  })
  expect({ code, closed: database.closed }).toEqual({ code: 0, closed: true })
})

test('A program that dies takes the others with it, with exit code 1', async () => {
  const database = fakeDatabase()
  const code = await runTogether({
    tasks: [stays, program('web server', 'process.exit(7)')],
    database,
    stop: stopRequest().request,
    whenStarted: () => new Promise(() => undefined),
  })
  expect({ code, closed: database.closed }).toEqual({ code: 1, closed: true })
})

test('A second request does not wait for a program that will not end', async () => {
  const database = fakeDatabase()
  const { wanted, urgent, request } = stopRequest()
  const code = await runTogether({
    tasks: [ignoresSignals],
    database,
    stop: request,
    whenStarted: async () => {
      wanted.abort()
      urgent.abort()
    },
  })
  expect({ code, closed: database.closed }).toEqual({ code: 0, closed: true })
})

test('When the programs never become ready everything is stopped before the reason is told', async () => {
  const database = fakeDatabase()
  const failing = runTogether({
    tasks: [stays],
    database,
    stop: stopRequest().request,
    whenStarted: () => Promise.reject(new Error('not ready')),
  })
  await expect(failing).rejects.toThrow('not ready')
  expect(database.closed).toBe(true)
})
