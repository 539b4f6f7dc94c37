import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { displayName } from './account/schema.ts'
import { clusterName } from './channel/cluster-name.ts'
import { departmentName } from './department/schema.ts'
import { isPlainName, plainNameOf } from './plain-name.ts'
import { projectName, tagName } from './project/schema.ts'
import { decideAccount } from './sign-in/decide-account.ts'
import { providerFields } from './sign-in/provider.ts'
import { silenceName } from './silence/schema.ts'
import { alertGroupFields, subscriptionFields } from './subscription/schema.ts'

const named: Readonly<Record<string, z.ZodType>> = {
  ...{ person: displayName, department: departmentName, project: projectName, tag: tagName },
  ...{ group: alertGroupFields.name, subscription: subscriptionFields.name },
  ...{ silence: silenceName, cluster: clusterName, provider: providerFields.name },
}
const odd = ['a\u202egpj', 'ad\u200bmin', 'two\nlines', 'nul\u0000x', 'ad\ufeffmin', 'tab\tx']

describe('a name', () => {
  it.each(['吴敏', "O'Neil-Müller", 'می\u200cخواهم', '\u{1f469}\u200d\u{1f4bb} DBA', 'A  B'])(
    'may be %s',
    (name) => {
      expect(isPlainName(name)).toBe(true)
    },
  )

  describe.each(Object.entries(named))('of a %s', (_, schema) => {
    it.each(odd)('is refused where it hides something: %j', (name) => {
      expect(schema.safeParse(name).success).toBe(false)
    })

    it('is taken where it hides nothing', () => {
      expect(schema.safeParse('\u{1f469}\u200d\u{1f4bb}-支付').success).toBe(true)
    })
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
