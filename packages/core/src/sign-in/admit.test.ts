import { describe, expect, it } from 'vitest'
import type { DepartmentId } from '../ids.ts'
import { type AdmittedWithoutRule, admit as admitBy, type Presented } from './admit.ts'
import type { ClaimRule } from './claim-rule.ts'

const payments = 'payments' as DepartmentId
const stock = 'stock' as DepartmentId
const living = new Set([payments, stock])

const rule = (part: Partial<ClaimRule>): ClaimRule => ({
  provider: null,
  claim: null,
  match: 'equals',
  value: 'dba',
  effect: 'admit',
  role: null,
  departments: [],
  ...part,
})

const admit = (
  rules: readonly ClaimRule[],
  presented: Presented,
  departments: ReadonlySet<DepartmentId>,
  withoutRule: AdmittedWithoutRule = 'nobody',
) => admitBy({ rules, withoutRule }, presented, departments)

const somebody = (claims: Record<string, unknown>): Presented => ({
  provider: 'keycloak',
  groupsClaim: 'groups',
  claims,
})

describe('admitting somebody by claim rules', () => {
  it('lets nobody in whom no rule admits', () => {
    expect(admit([], somebody({ groups: ['dba'] }), living)).toMatchObject({
      admitted: false,
      because: 'no_rule',
    })
  })

  it('lets in without a rule whom the setting says, as users without a department', () => {
    const people = {
      keycloak: somebody({}),
      environment: { ...somebody({}), provider: 'environment' },
    }
    const admitted = (['nobody', 'environment', 'anybody'] as const).map((who) =>
      (['keycloak', 'environment'] as const).map(
        (provider) => admit([rule({})], people[provider], living, who).admitted,
      ),
    )
    expect(admitted).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ])
    const unspoken = admit([rule({ role: 'admin' })], people.environment, living, 'environment')
    expect(unspoken).toMatchObject({ withoutRule: true, role: 'user', departments: [] })
  })

  it('gives whom a rule admits what the rules give, and keeps out whom one refuses, all the same', () => {
    const spoken = admit([rule({ role: 'admin' })], somebody({ groups: 'dba' }), living, 'anybody')
    expect(spoken).toMatchObject({ withoutRule: false, role: 'admin' })
    const refused = admit(
      [rule({ effect: 'refuse' })],
      somebody({ groups: 'dba' }),
      living,
      'anybody',
    )
    expect(refused).toMatchObject({ admitted: false, because: 'refused_by_rule' })
  })

  it('adds up the rules that match and keeps what an earlier one settled', () => {
    const rules = [
      rule({ role: 'auditor', departments: [{ department: payments, role: 'manager' }] }),
      rule({
        value: 'ops',
        role: 'admin',
        departments: [
          { department: payments, role: 'viewer' },
          { department: stock, role: 'operator' },
        ],
      }),
    ]
    const answer = admit(rules, somebody({ groups: ['ops', 'dba'] }), living)
    expect(answer).toMatchObject({
      admitted: true,
      role: 'auditor',
      departments: [
        { department: payments, role: 'manager' },
        { department: stock, role: 'operator' },
      ],
    })
    expect(answer.steps[1]).toMatchObject({
      verdict: 'admits',
      matched: ['ops'],
      role: null,
      departments: [{ department: stock, role: 'operator' }],
    })
  })

  it('gives whoever is admitted without a role the role of a user', () => {
    expect(admit([rule({ match: 'always' })], somebody({}), living)).toMatchObject({
      admitted: true,
      role: 'user',
    })
  })

  it('ends with the rule that refuses, whatever else would admit', () => {
    const rules = [
      rule({}),
      rule({ value: 'contractor', effect: 'refuse' }),
      rule({ match: 'always', role: 'admin' }),
    ]
    const answer = admit(rules, somebody({ groups: ['dba', 'contractor'] }), living)
    expect(answer).toMatchObject({ admitted: false, because: 'refused_by_rule' })
    expect(answer.steps.map(({ verdict }) => verdict)).toEqual(['admits', 'refuses', 'not_reached'])
  })

  it('says of every rule why it did not match', () => {
    const rules = [
      rule({ provider: 'entra' }),
      rule({ claim: 'realm_access.roles', value: 'alerts' }),
      rule({ claim: 'department' }),
      rule({ value: 'db' }),
      rule({ value: 'db', match: 'starts_with' }),
    ]
    const claims = { groups: 'dba', realm_access: { roles: ['alerts'] } }
    const { steps } = admit(rules, somebody(claims), living)
    expect(steps.map(({ verdict }) => verdict)).toEqual([
      'other_provider',
      'admits',
      'claim_absent',
      'no_match',
      'admits',
    ])
  })

  it('passes over a department that is gone', () => {
    const gone = { department: 'gone' as DepartmentId, role: 'viewer' as const }
    expect(
      admit([rule({ departments: [gone] })], somebody({ groups: ['dba'] }), living),
    ).toMatchObject({ admitted: true, departments: [] })
  })

  it('takes a claim whose name has dots by its whole name first', () => {
    const claims = { 'https://example.com/groups': ['dba'], __proto__: null }
    const rules = [rule({ claim: 'https://example.com/groups' })]
    expect(admit(rules, somebody(claims), living).admitted).toBe(true)
    expect(
      admit([rule({ claim: 'constructor.name', value: 'Object' })], somebody({}), living).admitted,
    ).toBe(false)
  })
})
