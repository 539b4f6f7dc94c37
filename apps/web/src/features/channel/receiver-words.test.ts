import { expect, test } from 'vitest'
import { isAnswered, receiverWords } from './receiver-words.ts'

test('the code stands before the words, once', () => {
  expect(receiverWords('310000', 'keywords not in content')).toBe('310000 keywords not in content')
  expect(receiverWords('250', '250 OK: message queued')).toBe('250 OK: message queued')
})

test('what is missing leaves nothing behind', () => {
  expect(receiverWords('310000', null)).toBe('310000')
  expect(receiverWords(null, 'connect ECONNREFUSED')).toBe('connect ECONNREFUSED')
  expect(receiverWords(null, null)).toBe('')
})

test('what was refused before anything was sent was answered by nobody', () => {
  const refused = { outcome: 'rejected', httpStatus: null, providerCode: null }
  expect(isAnswered(refused)).toBe(false)
  expect(isAnswered({ ...refused, httpStatus: 500 })).toBe(true)
  expect(isAnswered({ ...refused, providerCode: '550' })).toBe(true)
  expect(isAnswered({ ...refused, outcome: 'delivered' })).toBe(true)
})
