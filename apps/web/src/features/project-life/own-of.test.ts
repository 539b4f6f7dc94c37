import { expect, test } from 'vitest'
import { choiceOf } from './bulk-action.ts'
import { ownOf } from './own-of.ts'

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return data
}

test('a pause without an end or a reason names neither', () => {
  expect(ownOf('pause_watching', form({ minutes: '0', reason: ' ' }))).toEqual({})
  expect(ownOf('pause_watching', form({ minutes: '60', reason: 'upgrade' }))).toEqual({
    minutes: 60,
    reason: 'upgrade',
  })
})

test('tags are told apart by blanks', () => {
  expect(ownOf('add_tags', form({ tags: ' core  mysql ' }))).toEqual({ tags: ['core', 'mysql'] })
})

test('a filter is sent without what it does not ask for', () => {
  const filter = { kind: undefined, tag: 'core' } as never
  expect(choiceOf({ projects: [], filter })).toEqual({ filter: { tag: 'core' } })
})
