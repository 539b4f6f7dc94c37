import { expect, it } from 'vitest'
import type { DepartmentId, TokenId, UserId } from '../ids.ts'
import { type Actor, type DepartmentRole, tokenScopes } from './actor.ts'
import { can } from './can.ts'
import { type Action, permissions } from './table.ts'

const department = 'pay' as DepartmentId
const id = 'somebody' as UserId
const member = (role: DepartmentRole): Actor => ({
  type: 'user',
  id,
  role: 'user',
  departments: [{ id: department, role }],
})

const columns: readonly (readonly [string, Actor, UserId | null])[] = [
  ['admin', { type: 'user', id, role: 'admin', departments: [] }, null],
  ['auditor', { type: 'user', id, role: 'auditor', departments: [] }, null],
  ['manager', member('manager'), null],
  ['operator', member('operator'), null],
  ['viewer', member('viewer'), null],
  ['owner', { type: 'user', id, role: 'user', departments: [] }, id],
  ['user', { type: 'user', id, role: 'user', departments: [] }, null],
  ...tokenScopes.map((scope) => {
    const token = { type: 'token', id: 't' as TokenId, scope, department: null, onBehalfOf: null }
    return [scope, token as Actor, null] as const
  }),
]

it('The permission table, as it is: who may do what to a thing of their department', () => {
  const cell = (actor: Actor, action: Action, owner: UserId | null) =>
    can(actor, action, { department, owner }).allowed ? 'yes' : '-'
  const rows = (Object.keys(permissions) as Action[]).map((action) =>
    [
      action.padEnd(20),
      ...columns.map(([name, actor, owner]) => cell(actor, action, owner).padEnd(name.length)),
    ]
      .join(' ')
      .trimEnd(),
  )
  const head = [''.padEnd(20), ...columns.map(([name]) => name)].join(' ')
  expect(`\n${[head, ...rows].join('\n')}\n`).toMatchInlineSnapshot(`
    "
                         admin auditor manager operator viewer owner user signals:write read manage admin
    project.read         yes   yes     yes     yes      yes    yes   -    -             yes  yes    yes
    project.create       yes   -       yes     yes      -      -     -    -             -    yes    yes
    project.update       yes   -       yes     -        -      yes   -    -             -    yes    yes
    project.setLevel     yes   -       yes     -        -      yes   -    -             -    yes    yes
    project.delete       yes   -       yes     -        -      yes   -    -             -    yes    yes
    project.watch        yes   -       yes     yes      -      yes   -    -             -    yes    yes
    project.release      yes   -       yes     -        -      yes   -    -             -    yes    yes
    tag.read             yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    tag.write            yes   -       -       -        -      -     -    -             -    yes    yes
    policy.read          yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    policy.update        yes   -       -       -        -      -     -    -             -    yes    yes
    alert.read           yes   yes     yes     yes      yes    yes   -    -             yes  yes    yes
    alert.acknowledge    yes   -       yes     yes      -      yes   -    -             -    yes    yes
    alert.assign         yes   -       yes     yes      -      yes   -    -             -    yes    yes
    alert.snooze         yes   -       yes     yes      -      yes   -    -             -    yes    yes
    alert.comment        yes   -       yes     yes      -      yes   -    -             -    yes    yes
    alert.close          yes   -       yes     yes      -      yes   -    -             -    yes    yes
    alert.export         yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    channel.read         yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    channel.write        yes   -       yes     -        -      -     -    -             -    yes    yes
    channel.test         yes   -       yes     -        -      -     -    -             -    yes    yes
    notification.read    yes   yes     yes     yes      yes    yes   -    -             yes  yes    yes
    notification.replay  yes   -       yes     -        -      -     -    -             -    yes    yes
    silence.read         yes   yes     yes     yes      yes    -     -    -             yes  yes    yes
    silence.write        yes   -       yes     yes      -      -     -    -             -    yes    yes
    subscription.read    yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    subscription.write   yes   -       yes     -        -      -     -    -             -    yes    yes
    group.read           yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    group.write          yes   -       yes     -        -      -     -    -             -    yes    yes
    template.read        yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    template.write       yes   -       yes     -        -      -     -    -             -    yes    yes
    channelKind.read     yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    channelKind.write    yes   -       yes     -        -      -     -    -             -    yes    yes
    cluster.read         yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    cluster.write        yes   -       -       -        -      -     -    -             -    yes    yes
    cluster.test         yes   -       -       -        -      -     -    -             -    yes    yes
    audit.read           yes   yes     -       -        -      -     -    -             -    -      yes
    audit.verify         yes   yes     -       -        -      -     -    -             -    -      yes
    audit.export         yes   yes     -       -        -      -     -    -             -    -      yes
    token.read           yes   yes     -       -        -      yes   -    -             -    -      yes
    token.create         yes   -       -       -        -      yes   -    -             -    -      yes
    token.revoke         yes   -       -       -        -      yes   -    -             -    -      yes
    source.read          yes   yes     yes     yes      yes    -     -    -             yes  yes    yes
    source.write         yes   -       yes     -        -      -     -    -             -    yes    yes
    signal.write         yes   -       yes     yes      -      yes   -    yes           -    yes    yes
    host.read            yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    host.write           yes   -       -       -        -      -     -    yes           -    yes    yes
    host.delete          yes   -       -       -        -      -     -    -             -    yes    yes
    parameter.read       yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    parameter.update     yes   -       -       -        -      -     -    -             -    -      yes
    system.read          yes   yes     -       -        -      -     -    -             yes  yes    yes
    installation.update  yes   -       -       -        -      -     -    -             -    -      yes
    person.read          yes   yes     -       -        -      yes   -    -             -    yes    yes
    person.update        yes   -       -       -        -      yes   -    -             -    -      yes
    onCall.read          yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    onCall.write         yes   -       yes     -        -      -     -    -             -    yes    yes
    department.read      yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    department.write     yes   -       -       -        -      -     -    -             -    -      yes
    membership.write     yes   -       yes     -        -      -     -    -             -    -      yes
    user.read            yes   yes     yes     yes      yes    yes   yes  -             yes  yes    yes
    user.write           yes   -       -       -        -      -     -    -             -    -      yes
    signIn.read          yes   yes     -       -        -      -     -    -             -    -      yes
    signIn.write         yes   -       -       -        -      -     -    -             -    -      yes
    session.read         yes   yes     -       -        -      yes   -    -             -    -      yes
    session.revoke       yes   -       -       -        -      yes   -    -             -    -      yes
    password.reset       yes   -       -       -        -      -     -    -             -    -      yes
    secondFactor.reset   yes   -       -       -        -      -     -    -             -    -      yes
    account.update       -     -       -       -        -      yes   -    -             -    -      -
    account.setUp        -     -       -       -        -      -     -    -             -    -      -
    "
  `)
})
