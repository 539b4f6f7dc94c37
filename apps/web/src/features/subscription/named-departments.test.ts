import { type DepartmentId, locales } from '@highwater/core'
import { expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { NamedDepartments } from './named-departments.tsx'

const some = [
  { value: 'payments', label: 'Payments' },
  { value: 'logistics', label: 'Logistics' },
]

const shown = (locale: (typeof locales)[number], named: string[], departments = some) =>
  inLanguage(locale, NamedDepartments, {
    name: 'scope.departments',
    named: named as DepartmentId[],
    departments,
  })

/** What the form would send of departments. */
const sent = (html: string): (string | undefined)[] =>
  [...html.matchAll(/<input[^>]*name="scope\.departments"[^>]*>/g)].flatMap(([input]) =>
    input.includes('checked=""') ? [/value="([^"]*)"/.exec(input)?.[1]] : [],
  )

test.each(locales)('in %s a department that is gone stays in what is saved', (locale) => {
  expect(sent(shown(locale, ['payments', 'closed-down']))).toEqual(['payments', 'closed-down'])
  expect(sent(shown(locale, ['closed-down'], []))).toEqual(['closed-down'])
  expect(shown(locale, [], [])).not.toContain('scope.departments')
})
