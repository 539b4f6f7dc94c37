import { expect, test } from 'vitest'
import { inUseWords } from './in-use-words.ts'

const users = [
  { type: 'subscription', id: '1', name: '值班' },
  { type: 'alert_group', id: '2', name: 'DBA' },
  { type: 'installation', id: '1', name: 'mail to people' },
]

test('what uses a thing that was to go is named in Chinese, each by its sort', () => {
  expect(inUseWords('…', users, 'zh-CN')).toBe(
    '正在被订阅“值班”、告警组“DBA”、设置“个人邮件”使用，请先在那里移除。',
  )
})

test('what stands in a department is counted and named', () => {
  const contents = [
    { type: 'member', count: 4, names: ['a', 'b', 'c'] },
    { type: 'level rule', count: 1, names: ['核心'] },
  ]
  expect(inUseWords('…', contents, 'zh-CN')).toBe(
    '其中还有 4 个成员（“a”、“b”、“c”等）、1 个初始级别规则（“核心”），请先移走或删除。',
  )
})

test('in English it is what the command says, and without names nothing is made up', () => {
  expect(inUseWords('"x" is used by the channel "y".', users, 'en')).toBe(
    '"x" is used by the channel "y".',
  )
  expect(inUseWords('…', null, 'zh-CN')).toBeNull()
  expect(inUseWords('…', { ownedProjects: 3 }, 'zh-CN')).toBeNull()
})
