import { expect, test } from 'vitest'
import { inLanguage } from '../alert/in-language.fixture.ts'
import { ProjectBadge } from './project-badge.tsx'

const said = (openAlerts: number, isDismissed: boolean) =>
  inLanguage('en', ProjectBadge, { state: 'running', openAlerts, isDismissed })

test('a project is called running alone only while nothing troubles it', () => {
  expect(said(0, false)).not.toMatch(/Firing|Closed by hand/)
  expect(said(1, false)).toMatch(/Firing.*Running/)
})

test('a breach whose alert a person has closed is named beside what the project does', () => {
  expect(said(0, true)).toMatch(/Closed by hand, not recovered.*Running/)
  expect(said(1, true)).toMatch(/Firing.*Running/)
})
