import { templateFaults } from '@highwater/channels/catalog'
import { expect, test } from 'vitest'
import { faultWords } from './fault-words.ts'

test.each([
  [{ text: `a\n \${projct}` }, `第 2 行第 2 列：没有变量 \${projct}。是否要用 \${project}？`],
  [{ text: `\${subscription}` }, `第 1 行第 1 列：\${subscription} 在这类消息中没有值。`],
  [{ headline: `\${` }, '第 1 列：变量没有结束，缺少 }。'],
  [{ headline: `\${}` }, '第 1 列：请在大括号中填写变量名。'],
  [{ facts: 'x' }, '第 1 行：请写成“名称：值”的形式。'],
])('the fault of %o is told in Chinese', (part, words) => {
  const template = { headline: 'a', text: 'b', facts: '', detail: true, ...part }
  const [fault] = templateFaults('firing', template)
  expect(faultWords(fault?.message ?? '', 'zh-CN')).toBe(words)
})
