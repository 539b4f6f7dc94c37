import { AppError } from '@highwater/core'
import { expect, test } from 'vitest'
import { describeFailure } from '~/server/describe-failure.ts'
import { refusalWords } from './refusal-words.ts'

const failed = (...error: ConstructorParameters<typeof AppError>) =>
  describeFailure(new AppError(...error), 'request')

test('a conflict that no other editor has made is told in its own words', () => {
  const probing = failed('conflict', '"DBA" is being probed this very moment.')
  expect(refusalWords(probing, 'zh-CN')).toBe('正在试发该通道的消息，请稍候。')
  expect(refusalWords(probing, 'en')).toBe('"DBA" is being probed this very moment.')
})

test('a conflict with another editor is left to the form', () => {
  const stale = failed('conflict', 'Somebody else has changed this.', { current: { version: 2 } })
  expect(refusalWords(stale, 'zh-CN')).toBeNull()
  expect(refusalWords(stale, 'en')).toBeNull()
})

test('what is in use says by what', () => {
  const used = failed('in_use', '"DBA" is used by the channel "b".', {
    current: [{ type: 'channel', name: 'b' }],
  })
  expect(refusalWords(used, 'zh-CN')).toBe('正在被通道“b”使用，请先在那里移除。')
})
