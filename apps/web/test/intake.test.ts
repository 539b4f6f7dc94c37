import { join } from 'node:path'
import { freshDatabase, seedProject } from '@highwater/db/testing'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { Intake } from '../src/intake/intake.ts'
import type { SignalBatch } from '../src/intake/messages.ts'

const folder = import.meta.dirname

function startIntake(program: string, databaseUrl = 'postgres://nobody@127.0.0.1:9/nothing') {
  const logged: { msg: string; err: { message: string } }[] = []
  const waiting: number[] = []
  const log = pino({ level: 'error' }, { write: (line) => logged.push(JSON.parse(line)) })
  const onWaiting = (batches: number) => waiting.push(batches)
  const intake = new Intake({ program: join(folder, program), databaseUrl, log, onWaiting })
  onTestFinished(() => intake.close())
  return { intake, logged, waiting }
}

const batch = (text: string): SignalBatch => ({
  bytes: new TextEncoder().encode(text),
  contentType: 'application/json',
  sender: { type: 'system', job: 'test' },
})
const odd = 'odd-thread.fixture.ts'
const later = { code: 'unavailable', retryAfterSeconds: 1 }

test('A broken thread fails what it held, is told of in the log, and starts anew with the next batch', async () => {
  const { intake, logged, waiting } = startIntake(odd)
  const held = intake.take(batch('hold'))
  await Promise.all([
    expect(held).rejects.toMatchObject(later),
    expect(intake.take(batch('break'))).rejects.toMatchObject(later),
  ])
  expect(logged).toMatchObject([
    { msg: 'the thread that takes signals in broke', err: { message: 'broken as wished' } },
  ])
  expect(await intake.take(batch('answer'))).toMatchObject({ accepted: 1 })
  expect(waiting).toEqual([1, 2, 0, 1, 0])
})

test('What is more than can wait is refused for a moment, by number and by size', async () => {
  const { intake } = startIntake(odd)
  const lost: Promise<unknown>[] = []
  for (let sent = 0; sent < 999; sent += 1) lost.push(intake.take(batch('hold')))
  lost.push(intake.take(batch('h'.repeat(32 * 1_024 * 1_024 - 999 * 4))))
  await expect(intake.take(batch('hold'))).rejects.toMatchObject(later)
  const [outcomes] = await Promise.all([Promise.allSettled(lost), intake.close()])
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1_000)
  const { intake: another } = startIntake(odd)
  const tooLarge = batch('h'.repeat(32 * 1_024 * 1_024 + 1))
  await expect(another.take(tooLarge)).rejects.toMatchObject(later)
})

test('The thread finishes what it has before it ends, and refuses as the server would', async () => {
  const fresh = await freshDatabase(inject('postgresUrl'))
  onTestFinished(() => fresh.close())
  const { intake } = startIntake('../src/intake/thread.ts', fresh.url)
  const project = await seedProject(fresh.db)
  const at = (second: number) => `2026-01-01T00:00:0${second}Z`
  const taken = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((second) =>
    intake.take(
      batch(JSON.stringify({ signals: [{ project, observedAt: at(second), latencySeconds: 1 }] })),
    ),
  )
  const refused = intake.take(batch('{"signals":[],"more":1}'))
  const unreadable = intake.take(batch('{'))
  const refusals = Promise.all([
    expect(refused).rejects.toMatchObject({ code: 'invalid_input', faults: [{ path: 'more' }] }),
    expect(unreadable).rejects.toMatchObject({ code: 'malformed' }),
  ])
  await intake.close()
  await refusals
  const results = await Promise.all(taken)
  expect(results.reduce((sum, { accepted, late }) => sum + accepted + late, 0)).toBe(9)
  const [row] = await fresh.db.sql`select count(*)::int as signals from signal`
  expect(row).toEqual({ signals: 9 })
})
