import { expect, test } from 'vitest'
import { sectionOf, sections, sectionsFor } from './navigation.ts'

test.each([
  ['/', 'now'],
  ['/projects', 'projects'],
  ['/projects/prj_1', 'projects'],
  ['/settings/alerts', 'alertSettings'],
  ['/settings/channels/new', 'channels'],
  ['/people/departments', 'departments'],
  ['/people/roles', 'people'],
  ['/system/parameters', 'parameters'],
  ['/system', 'system'],
])('%s belongs to %s', (path, name) => {
  expect(sectionOf(path)?.name).toBe(name)
})

test('an address outside of the sections belongs to none', () => {
  expect(sectionOf('/account')).toBeNull()
  expect(sectionOf('/projectsx')).toBeNull()
})

test('a person without permissions still sees what needs them', () => {
  expect(sectionsFor([]).map(({ name }) => name)).toEqual(['now'])
})

test('a person sees exactly the sections whose permission they have', () => {
  expect(sectionsFor(['audit.read', 'project.read']).map(({ name }) => name)).toEqual([
    'now',
    'projects',
    'audit',
  ])
})

test('every section has an address of its own', () => {
  expect(new Set(sections.map(({ href }) => href)).size).toBe(sections.length)
})
