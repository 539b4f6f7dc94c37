import { AppError, parseInput } from '@highwater/core'
import { endFields, projectChoice, setProjectLevelsInput } from '@highwater/db/commands'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeFailure } from './describe-failure.ts'
import { showFailure } from './failure-shown.ts'

const tooMany = Array.from({ length: 1_001 }, () => '0190aaaa-0000-7000-8000-000000000000')

function shown(schema: z.ZodType, input: unknown, headers: Record<string, string>) {
  try {
    parseInput(schema, input)
  } catch (error) {
    return showFailure(describeFailure(error, 'r1'), new Headers(headers), 'r1').words
  }
  throw new Error('The input was accepted.')
}

test.each([
  [
    setProjectLevelsInput,
    { level: 'high', projects: tooMany },
    'Name at most 1000 projects, or use a filter.',
    '一次最多选择 1000 个项目，更多请用筛选条件。',
  ],
  [
    projectChoice,
    { projects: tooMany },
    'Name at most 1000 projects, or use a filter.',
    '一次最多选择 1000 个项目，更多请用筛选条件。',
  ],
  [z.strictObject(endFields), { minutes: 0 }, 'Use at least 1 minute.', '至少 1 分钟。'],
])('a refused call says what was wrong, in the language of its reader: %#', (...row) => {
  const [schema, input, en, zhCn] = row
  expect(shown(schema, input, { 'accept-language': 'en' })).toBe(en)
  expect(shown(schema, input, { cookie: 'highwater_locale=zh-CN' })).toBe(zhCn)
})

test('what a code says by itself needs no words', () => {
  const stale = new AppError('conflict', 'Somebody else changed it.', { current: { version: 2 } })
  expect(showFailure(describeFailure(stale, 'r1'), null, 'r1')).toEqual({
    code: 'conflict',
    words: null,
    requestId: 'r1',
  })
})
