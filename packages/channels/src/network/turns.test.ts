import { seconds } from '@highwater/core'
import { expect, it } from 'vitest'
import { createTurns } from './turns.ts'

const patience = seconds(20)
const unstopped = new AbortController().signal

it('lets so many at once to each place, and the next where one has gone', async () => {
  const turns = createTurns(1)
  const first = await turns.take('one', patience, unstopped)
  expect(await turns.take('other', patience, unstopped)).not.toBeNull()
  let hasTurn = false
  const second = turns.take('one', patience, unstopped).then((release) => {
    hasTurn = true
    return release
  })
  await Promise.resolve()
  expect(hasTurn).toBe(false)
  first?.()
  first?.()
  expect(await second).not.toBeNull()
  expect(await turns.take('one', seconds(0.01), unstopped)).toBeNull()
})

it('keeps nobody waiting who has been stopped before', async () => {
  const turns = createTurns(1)
  await turns.take('one', patience, unstopped)
  expect(await turns.take('one', patience, AbortSignal.abort())).toBeNull()
})
