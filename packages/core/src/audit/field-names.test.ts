import { expect, it } from 'vitest'
import { auditFieldNames, nameAuditField } from './field-names.ts'
import { auditTargets } from './terms.ts'

const inEnglish = (...asked: Parameters<typeof nameAuditField>) =>
  nameAuditField(...asked)?.names.map(({ en }) => en)

it('A field is named from the whole to the part', () => {
  expect(inEnglish('protection_level', 'high.overrides.migration.latencySeconds')).toEqual([
    'High',
    'Separate thresholds',
    'Migration',
    'Latency threshold (seconds)',
  ])
})

it('A word that means something else for some things is named as it is meant there', () => {
  expect(inEnglish('channel', 'aggregation.by')).toEqual(['Aggregation', 'Group by'])
  expect(inEnglish('account', 'by')).toEqual(['By way of'])
})

it('Names of settings, departments and robots are left to those who know them', () => {
  expect(nameAuditField('account', 'departments.R. & D.')).toMatchObject({ rest: 'R. & D.' })
  expect(nameAuditField('channel', 'config.name')).toMatchObject({ rest: 'name' })
  expect(nameAuditField('channel', 'config')).toMatchObject({ rest: null })
})

it('What is not known has no name, whatever an object inherits', () => {
  for (const path of ['unheard', 'high.unheard', 'toString', 'name.constructor']) {
    expect(nameAuditField('channel', path)).toBeNull()
  }
})

it('Every name exists in both languages, and special names belong to things that are audited', () => {
  for (const [key, name] of Object.entries(auditFieldNames)) {
    expect(name.en, key).toMatch(/^[A-Z]\S|^IP /)
    expect(name['zh-CN'], key).toMatch(/\p{Script=Han}/u)
    const [target, word] = key.split(':')
    if (word !== undefined) expect(auditTargets).toContain(target)
  }
})
