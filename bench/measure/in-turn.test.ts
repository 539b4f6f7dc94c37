import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('Arms are measured one after another, and every second round backwards', async () => {
  const seen: string[] = []
  const arm = (name: string) => async () => seen.push(name)
  const figures = await inTurn(3, { ours: arm('ours'), limit: arm('limit') })
  expect(seen).toEqual(['ours', 'limit', 'limit', 'ours', 'ours', 'limit'])
  expect(figures).toEqual({ ours: [1, 4, 5], limit: [2, 3, 6] })
})
