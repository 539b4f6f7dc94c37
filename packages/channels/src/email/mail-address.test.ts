import { expect, it } from 'vitest'
import { mailAddress } from './mail-address.ts'

it.each([
  'dba@example.com',
  'ops+alert@example.com',
  "o'brien@example.com",
  'ops&dba@example.com',
  'a/b@example.com',
  '!#$%*=?^_`{|}~-.x@example.com',
  'dba@mailhost',
  'a.b@sub-domain.example.co',
  'ops@xn--fsqu00a.xn--fiqs8s',
  `dba@${'a'.repeat(63)}.example.com`,
])('%s is a mail address', (text) => {
  expect(mailAddress.parse(`  ${text} `)).toBe(text)
})

it.each([
  ['ops@例子.中国', 'ops@xn--fsqu00a.xn--fiqs8s'],
  ['ops@例子。中国', 'ops@xn--fsqu00a.xn--fiqs8s'],
  ['ops@bücher.example', 'ops@xn--bcher-kva.example'],
])('%s is kept as %s', (text, kept) => {
  expect(mailAddress.parse(text)).toBe(kept)
  expect(mailAddress.parse(kept)).toBe(kept)
})

it.each([
  '',
  'dba',
  '运维',
  '@example.com',
  'dba@',
  'a@b@example.com',
  '.dba@example.com',
  'dba.@example.com',
  'a..b@example.com',
  'two words@example.com',
  '"quoted"@example.com',
  'dba@example.com, ops@example.com',
  'DBA <dba@example.com>',
  'dba@example.com\r\nRCPT TO:<ops@example.com>',
  'dba@exa_mple.com',
  'dba@-example.com',
  'dba@example.com.',
  'dba@例子..中国',
  'dba@10.0.0.8',
  'dba@１０.０.０.８',
  'dba@[10.0.0.8]',
  `dba@${'a'.repeat(64)}.example.com`,
  `dba@${'例子.'.repeat(30)}中国`,
])('%j is no mail address', (text) => {
  const faults = mailAddress.safeParse(text).error?.issues.map(({ message }) => message)
  expect(faults).toEqual(['Write an e-mail address such as dba@example.com.'])
})

it.each([
  ['运维@example.com', /^Before the @ use letters from a to z/],
  ['dba@例子 .中国', /^Write the domain after the @ in its ASCII form/],
  ['dba@例子.中国/..', /^Write the domain after the @ in its ASCII form/],
  ['dba@xn--a.中国', /^Write the domain after the @ in its ASCII form/],
])('what to do about %s is said', (text, words) => {
  expect(mailAddress.safeParse(text).error?.issues).toMatchObject([
    { message: expect.stringMatching(words) },
  ])
})

it('an address is no longer than any server takes', () => {
  expect(mailAddress.safeParse(`${'a'.repeat(243)}@example.com`).success).toBe(false)
})
