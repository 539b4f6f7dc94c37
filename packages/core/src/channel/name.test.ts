import { expect, it } from 'vitest'
import { channelName } from './name.ts'

it.each(['ops', '值班群_1', 'a'.repeat(50), '值'.repeat(50)])('%s names a channel (C2)', (name) => {
  expect(channelName.safeParse(name).success).toBe(true)
})

it.each(['', ' ops', 'ops room', 'a-b', 'ops!', '😀', 'a'.repeat(51)])(
  '"%s" does not name a channel (C2)',
  (name) => {
    expect(channelName.safeParse(name).success).toBe(false)
  },
)
