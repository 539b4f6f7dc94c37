import { expect, test } from 'vitest'
import { inLanguage } from '../features/alert/in-language.fixture.ts'
import { useListing } from './use-listing.ts'

function Listed({ names }: { readonly names: readonly string[] }) {
  return useListing()(names)
}

test('names stand side by side as the language of the reader has it', () => {
  expect(inLanguage('en', Listed, { names: ['a', 'b'] })).toBe('a, b')
  expect(inLanguage('zh-CN', Listed, { names: ['a', 'b'] })).toBe('a、b')
})
test('one name stands alone, and no name is nothing', () => {
  expect(inLanguage('zh-CN', Listed, { names: ['a'] })).toBe('a')
  expect(inLanguage('en', Listed, { names: [] })).toBe('')
})
