import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../processes/root.ts'
import { placeBetweenMarkers } from './between-markers.ts'
import { generatedDocuments } from './generated.ts'

test.for(generatedDocuments())('$file is as `npm run documents` writes it', ({ file, text }) => {
  expect(readFileSync(join(root, file), 'utf8')).toBe(text)
})

test('Only what stands between the markers is replaced', () => {
  const text = 'before\n<!-- a:start -->\nold\n<!-- a:end -->\nafter\n'
  const replaced = 'before\n<!-- a:start -->\nnew\n<!-- a:end -->\nafter\n'
  expect(placeBetweenMarkers(text, 'a', 'new')).toBe(replaced)
})

test('A document without its markers is an error, not an unchanged document', () => {
  expect(() => placeBetweenMarkers('text', 'a', 'new')).toThrow('<!-- a:start -->')
})
