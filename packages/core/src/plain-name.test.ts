import { describe, expect, it } from 'vitest'
import { displayName } from './account/schema.ts'
import { departmentName } from './department/schema.ts'
import { isPlainName, plainNameOf } from './plain-name.ts'
import { decideAccount } from './sign-in/decide-account.ts'

const odd = ['a\u202egpj', 'ad\u200bmin', 'two\nlines', 'nul\u0000x', 'ad\ufeffmin', 'tab\tx']

describe('a name', () => {
  it.each(['吴敏', "O'Neil-Müller", 'می\u200cخواهم', '\u{1f469}\u200d\u{1f4bb} DBA', 'A  B'])(
    'may be %s',
    (name) => {
      expect(isPlainName(name)).toBe(true)
    },
  )

  it.each(odd)('of a person or a department is refused where it hides something: %j', (name) => {
    expect(displayName.safeParse(name).success).toBe(false)
    expect(departmentName.safeParse(name).success).toBe(false)
  })

  it('does not consist of joiners, nor end with one', () => {
    expect(displayName.safeParse('\u200d').success).toBe(false)
    expect(displayName.safeParse('admin\u200c').success).toBe(false)
  })

  it('that a provider tells is taken without what cannot be seen, and is the address if nothing is left', () => {
    expect(plainNameOf(' ad\u200bmin\n\u202ex ')).toBe('ad min x')
    const claims = { email: 'wu@example.com', email_verified: true, name: '\u200b\u202e\u0000' }
    const trust = { vouchesForEmail: false, linksByEmail: false }
    expect(decideAccount(claims, { known: null, sameEmail: null }, trust)).toMatchObject({
      displayName: 'wu@example.com',
    })
  })
})
