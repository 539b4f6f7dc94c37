import { describe, expect, it } from 'vitest'
import type { DepartmentId, TokenId, UserId } from '../ids.ts'
import type { TokenActor, UserActor } from './actor.ts'
import { can, type Decision, denialReasons, denialTexts } from './can.ts'
import { visibility } from './visibility.ts'

const pay = 'pay' as DepartmentId
const shop = 'shop' as DepartmentId
const me = 'me' as UserId

const user = (changes: Partial<UserActor> = {}): UserActor => ({
  type: 'user',
  id: me,
  role: 'user',
  departments: [],
  ...changes,
})
const admin = user({ role: 'admin' })
const auditor = user({ role: 'auditor' })
const viewer = user({ departments: [{ id: pay, role: 'viewer' }] })
const manager = user({ departments: [{ id: pay, role: 'manager' }] })

const token = (changes: Partial<TokenActor> = {}): TokenActor => ({
  type: 'token',
  id: 'token' as TokenId,
  scope: 'manage',
  department: null,
  onBehalfOf: null,
  ...changes,
})

const allowed: Decision = { allowed: true }
const because = (reason: (typeof denialReasons)[number]): Decision => ({
  allowed: false,
  because: reason,
})

describe('a person (I3)', () => {
  it('who manages one department does not touch another', () => {
    expect(can(manager, 'channel.write', { department: pay })).toEqual(allowed)
    expect(can(manager, 'channel.write', { department: shop })).toEqual(because('other_department'))
  })

  it('who manages a department does not touch what belongs to none', () => {
    const ofAll = because('whole_installation')
    expect(can(manager, 'channel.write', { department: null })).toEqual(ofAll)
    expect(can(viewer, 'channel.write', { department: null })).toEqual(because('role_too_small'))
  })

  it('with a role that is too small is told so', () => {
    expect(can(viewer, 'channel.write', { department: pay })).toEqual(because('role_too_small'))
  })

  it('sets the level of their own project, in whatever department it is', () => {
    expect(can(user(), 'project.setLevel', { department: pay, owner: me })).toEqual(allowed)
    expect(can(user(), 'project.setLevel', { department: pay, owner: null })).toMatchObject({
      allowed: false,
    })
  })

  it('who is signed in at all may view thresholds, and only an admin edits them (P5)', () => {
    expect(can(user(), 'policy.read', {})).toEqual(allowed)
    expect(can(manager, 'policy.update', {})).toEqual(because('role_too_small'))
    expect(can(admin, 'policy.update', {})).toEqual(allowed)
  })

  it('with no name sees nothing', () => {
    expect(can({ type: 'anonymous' }, 'policy.read', {})).toEqual(because('not_signed_in'))
  })
})

describe('an auditor (I3)', () => {
  it('reads everything, the audit included', () => {
    expect(can(auditor, 'project.read', { department: shop })).toEqual(allowed)
    expect(can(auditor, 'audit.read', {})).toEqual(allowed)
  })

  it('changes nothing, not even as manager of a department or owner of a project', () => {
    const both = user({ role: 'auditor', departments: [{ id: pay, role: 'manager' }] })
    expect(can(both, 'channel.write', { department: pay })).toMatchObject({ allowed: false })
    expect(can(both, 'project.setLevel', { department: pay, owner: me })).toMatchObject({
      allowed: false,
    })
  })

  it('may still change their own password', () => {
    expect(can(auditor, 'account.update', { owner: me })).toEqual(allowed)
  })
})

describe('a token (I7)', () => {
  it('for signals does nothing else', () => {
    const signals = token({ scope: 'signals:write' })
    expect(can(signals, 'signal.write', { department: pay })).toEqual(allowed)
    expect(can(signals, 'project.read', { department: pay })).toEqual(because('scope_too_small'))
  })

  it('for reading changes nothing', () => {
    expect(can(token({ scope: 'read' }), 'alert.acknowledge', { department: pay })).toEqual(
      because('scope_too_small'),
    )
  })

  it('for managing does not administer people or tokens', () => {
    expect(can(token(), 'policy.update', {})).toEqual(allowed)
    expect(can(token(), 'token.create', { owner: me })).toEqual(because('scope_too_small'))
  })

  it('of a department stays inside it', () => {
    const own = token({ department: pay })
    expect(can(own, 'channel.write', { department: pay })).toEqual(allowed)
    expect(can(own, 'channel.write', { department: shop })).toEqual(because('department_token'))
    expect(can(own, 'channel.write', { department: null })).toEqual(because('department_token'))
  })

  it('of a department does not edit what holds for the whole installation', () => {
    expect(can(token({ department: pay }), 'policy.update', {})).toEqual(
      because('department_token'),
    )
    expect(can(token({ department: pay, scope: 'admin' }), 'audit.read', {})).toEqual(
      because('department_token'),
    )
  })

  it('of a department may ask for lists, which show its department only', () => {
    const own = token({ department: pay, scope: 'read' })
    expect(can(own, 'project.read', {})).toEqual(allowed)
    expect(visibility(own)).toEqual({ all: false, departments: [pay], owner: null })
  })

  it('may do no more than its person may do now', () => {
    const ofViewer = token({ scope: 'admin', onBehalfOf: viewer })
    expect(can(ofViewer, 'project.read', { department: pay })).toEqual(allowed)
    expect(can(ofViewer, 'channel.write', { department: pay })).toEqual(because('role_too_small'))
    expect(can(ofViewer, 'policy.update', {})).toEqual(because('role_too_small'))
  })
})

describe('what a list shows (I4)', () => {
  it('is everything to admins and auditors', () => {
    expect(visibility(admin)).toEqual({ all: true })
    expect(visibility(auditor)).toEqual({ all: true })
  })

  it('is their departments and their own to everybody else', () => {
    expect(visibility(viewer)).toEqual({ all: false, departments: [pay], owner: me })
  })

  it('is nothing to a token for signals or to nobody', () => {
    const nothing = { all: false, departments: [], owner: null }
    expect(visibility(token({ scope: 'signals:write' }))).toEqual(nothing)
    expect(visibility({ type: 'anonymous' })).toEqual(nothing)
  })

  it("is what its person sees to a person's token", () => {
    expect(visibility(token({ onBehalfOf: viewer }))).toEqual(visibility(viewer))
    expect(visibility(token({ department: shop, onBehalfOf: viewer }))).toMatchObject({
      departments: [],
    })
  })
})

it('Every reason for a refusal is a sentence in both languages', () => {
  for (const reason of denialReasons) {
    expect(denialTexts[reason]['zh-CN']).toMatch(/。$/)
    expect(denialTexts[reason].en).toMatch(/\.$/)
  }
})
