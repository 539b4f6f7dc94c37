import { expect, it } from 'vitest'
import { email } from './account/schema.ts'
import { isMailAddress } from './mail-address.ts'

const addresses = ['dba@mailhost', 'ops@xn--fsqu00a.xn--fiqs8s', 'ops&dba@example.com']

it.each([...addresses, 'dba@example.com'])('%s names a person as well as a mailbox', (text) => {
  expect(isMailAddress(text)).toBe(true)
  expect(email.parse(` ${text.toUpperCase()}`)).toBe(text)
})

it.each(['', 'dba', 'dba@', '@example.com', 'a..b@example.com', 'dba@10.0.0.8'])(
  '%j names nobody',
  (text) => {
    expect(isMailAddress(text)).toBe(false)
    expect(email.safeParse(text).error?.issues).toMatchObject([
      { message: 'Write an e-mail address such as dba@example.com.' },
    ])
  },
)
