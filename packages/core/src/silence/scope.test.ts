import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertEvents } from '../alert/event.ts'
import type { DepartmentId, ProjectId, SilenceId } from '../ids.ts'
import { protectionLevels } from '../policy/level.ts'
import { instant } from '../time.ts'
import { heldBy, type SilenceInForce } from './held-by.ts'
import { everything } from './scope.fixture.ts'
import { covers, coversProject, type SilenceScope, type SilenceSubject } from './scope.ts'

const orders: SilenceSubject = {
  project: 'orders' as ProjectId,
  department: 'pay' as DepartmentId,
  tags: ['core', 'night'],
  level: 'high',
  event: 'sync_delay',
}

describe('what a silence is about', () => {
  it.each<[string, Partial<SilenceScope>, boolean]>([
    ['nothing named: everything', {}, true],
    ['its project', { projects: ['orders' as ProjectId] }, true],
    ['one of several projects', { projects: ['x', 'orders'] as ProjectId[] }, true],
    ['another project', { projects: ['x' as ProjectId] }, false],
    ['its department', { departments: ['pay' as DepartmentId] }, true],
    ['another department', { departments: ['risk' as DepartmentId] }, false],
    ['one of its tags', { tags: ['core'] }, true],
    ['all of its tags', { tags: ['night', 'core'] }, true],
    ['a tag that it has and one that it has not', { tags: ['core', 'day'] }, false],
    ['its event', { events: ['sync_delay', 'no_signal'] }, true],
    ['another event', { events: ['no_signal'] }, false],
    ['its level', { levels: ['high'] }, true],
    ['another level', { levels: ['low', 'none'] }, false],
    ['everything but this project', { exceptProjects: ['orders' as ProjectId] }, false],
    ['a silence of its own department', { department: 'pay' as DepartmentId }, true],
    ['a silence of another department', { department: 'risk' as DepartmentId }, false],
    [
      'the project and another event',
      { projects: ['orders' as ProjectId], events: ['no_signal'] },
      false,
    ],
  ])('%s', (_case, named, expected) => {
    expect(covers({ ...everything, ...named }, orders)).toBe(expected)
  })

  it('a silence of projects or tags leaves the alerts of a source alone', () => {
    const source: SilenceSubject = { ...orders, project: null, tags: [], event: 'source_down' }
    expect(covers(everything, source)).toBe(true)
    expect(covers({ ...everything, projects: ['orders' as ProjectId] }, source)).toBe(false)
    expect(covers({ ...everything, tags: ['core'] }, source)).toBe(false)
  })

  it('reaches a project although it is about one event only', () => {
    expect(coversProject({ ...everything, events: ['no_signal'] }, orders)).toBe(true)
  })
})

const names = ['a', 'b', 'c']
const some = <T>(values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const scopes = fc.record({
  department: fc.constantFrom(null, ...(names as DepartmentId[])),
  projects: some(names as ProjectId[]),
  departments: some(names as DepartmentId[]),
  tags: some(names),
  events: some(alertEvents),
  levels: some(protectionLevels),
  exceptProjects: some(names as ProjectId[]),
})
const subjects = fc.record({
  project: fc.constantFrom(null, ...(names as ProjectId[])),
  department: fc.constantFrom(...(names as DepartmentId[])),
  tags: some(names),
  event: fc.constantFrom(...alertEvents),
  level: fc.constantFrom(...protectionLevels),
})

describe('for every silence', () => {
  it('naming nothing more of any kind never covers less', () => {
    const kinds = ['projects', 'departments', 'tags', 'events', 'levels', 'exceptProjects'] as const
    fc.assert(
      fc.property(scopes, subjects, fc.constantFrom(...kinds), (scope, subject, kind) => {
        fc.pre(covers(scope, subject))
        expect(covers({ ...scope, [kind]: [] }, subject)).toBe(true)
      }),
    )
  })

  it('covering an alert is covering its project, and its event being named or none', () => {
    fc.assert(
      fc.property(scopes, subjects, (scope, subject) => {
        const named = scope.events.length === 0 || scope.events.includes(subject.event)
        expect(covers(scope, subject)).toBe(coversProject(scope, subject) && named)
      }),
    )
  })
})

describe('who holds an alert', () => {
  const silence = (id: string, until: number, changes: Partial<SilenceInForce> = {}) => ({
    id: id as SilenceId,
    kind: 'silence' as const,
    name: id,
    scope: everything,
    until: instant(until),
    ...changes,
  })

  it('is the silence that ends last, so that it comes back once', () => {
    const held = heldBy(orders, [silence('short', 1), silence('long', 9), silence('middle', 5)])
    expect(held).toEqual({ reason: 'silenced', detail: { id: 'long', name: 'long', until: 9 } })
  })

  it('says whether it was a maintenance window', () => {
    const window = silence('window', 1, { kind: 'maintenance' })
    expect(heldBy(orders, [window])?.reason).toBe('maintenance')
  })

  it('is nobody when no silence covers it', () => {
    const other = silence('other', 1, { scope: { ...everything, levels: ['low'] } })
    expect(heldBy(orders, [other])).toBeNull()
  })
})
