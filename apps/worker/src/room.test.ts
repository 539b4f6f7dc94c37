import type { ChannelId } from '@highwater/core'
import { expect, test } from 'vitest'
import { createRoom, type Room } from './room.ts'

const to = (channelId: string, channelKind = 'webhook') => ({
  channelId: channelId as ChannelId,
  channelKind,
})

const generous = { inAll: 2_000, perChannel: 800 }

function roomWith(
  limits: { inAll: number; perChannel: number },
  mostUnsettled = 1_000,
): {
  room: Room
  rings: () => number
  pass: (milliseconds: number) => void
} {
  let rings = 0
  let at = 0
  const ring = () => {
    rings += 1
  }
  const room = createRoom({ gentle: { 'wecom-app': 4 }, mostUnsettled, ring, now: () => at })
  room.setLimits(limits)
  const pass = (milliseconds: number) => {
    at += milliseconds
  }
  return { room, rings: () => rings, pass }
}

const enter = (room: Room, count: number, destination: ReturnType<typeof to>) => {
  for (let sent = 0; sent < count; sent += 1) room.enter(destination)
}

test('a channel is busy while it has no room for half of what it may have under way', () => {
  const { room, rings } = roomWith({ inAll: 100, perChannel: 10 })
  enter(room, 5, to('a'))
  expect(room.busyChannels()).toEqual([])
  enter(room, 1, to('a'))
  enter(room, 3, to('b'))
  expect(room.busyChannels()).toEqual(['a'])
  expect(rings()).toBe(0)
  room.answered(to('b'), 1)
  expect(rings()).toBe(0)
  room.answered(to('a'), 1)
  expect(room.busyChannels()).toEqual([])
  expect(rings()).toBe(1)
  room.answered(to('a'), 1)
  expect(rings()).toBe(1)
})

test('a kind that takes few messages at once is busy sooner', () => {
  const { room } = roomWith({ inAll: 100, perChannel: 10 })
  enter(room, 3, to('a', 'wecom-app'))
  expect(room.isBusy(to('a').channelId)).toBe(true)
})

test('a full worker claims again when an eighth has become free, and hears of it once', () => {
  const { room, rings } = roomWith({ inAll: 16, perChannel: 100 })
  enter(room, 16, to('a'))
  expect(room.left()).toBe(0)
  const finish = () => {
    room.answered(to('a'), 1)
    room.leave()
  }
  finish()
  expect([room.left(), rings()]).toEqual([0, 0])
  finish()
  expect([room.left(), rings()]).toEqual([2, 1])
  finish()
  expect([room.left(), rings()]).toEqual([3, 1])
})

test('while many answers wait to be settled nothing more is claimed', () => {
  const { room, rings } = roomWith({ inAll: 16, perChannel: 16 }, 3)
  enter(room, 5, to('a'))
  for (let answers = 0; answers < 2; answers += 1) room.answered(to('a'), 1)
  expect(room.left()).toBe(11)
  room.answered(to('a'), 1)
  expect(room.left()).toBe(0)
  room.leave()
  expect([room.left(), rings()]).toEqual([12, 1])
})

test('a channel that has answered has room, but a full worker waits for its receipts', () => {
  const { room, rings } = roomWith({ inAll: 4, perChannel: 4 })
  enter(room, 4, to('a'))
  for (let answers = 0; answers < 4; answers += 1) room.answered(to('a'), 1)
  expect([room.busyChannels(), room.left(), rings()]).toEqual([[], 0, 0])
  room.leave()
  expect([room.left(), rings()]).toEqual([1, 1])
})

test('a worker that may send one at a time sends one after the other', () => {
  const { room, rings } = roomWith({ inAll: 1, perChannel: 1 })
  expect(room.left()).toBe(1)
  enter(room, 1, to('a'))
  expect([room.left(), room.busyChannels()]).toEqual([0, ['a']])
  room.answered(to('a'), 1)
  room.leave()
  expect([room.left(), room.busyChannels(), rings()]).toEqual([1, [], 1])
})

/** Lets so many pass through, one answered after the other. */
function answer({ room, pass }: ReturnType<typeof roomWith>, count: number, everyMs: number) {
  enter(room, count, to('a'))
  for (let answers = 0; answers < count; answers += 1) {
    pass(everyMs)
    room.answered(to('a'), 1)
  }
}

test('a channel has as much under way as it answers in three seconds', () => {
  const scene = roomWith(generous)
  const { room } = scene
  expect([room.portionOfStranger(), room.portions()]).toEqual([128, {}])
  answer(scene, 100, 1)
  expect(room.portions()).toEqual({ a: 128 })
  answer(scene, 200, 1)
  expect(room.portions()).toEqual({ a: 400 })
  answer(scene, 100, 20)
  expect(room.portions()).toEqual({ a: 75 })
  answer(scene, 10, 500)
  expect(room.portions()).toEqual({ a: 32 })
})

test('of quick channels no more is under way than they answer in a tenth of a second, or a claim brings', () => {
  const scene = roomWith(generous)
  const { room } = scene
  expect(room.left()).toBe(400)
  enter(room, 400, to('a'))
  expect(room.left()).toBe(0)
  for (let milliseconds = 0; milliseconds < 400; milliseconds += 1) {
    scene.pass(1)
    for (let answers = 0; answers < 5; answers += 1) {
      room.answered(to('a'), 1)
      room.leave()
    }
    enter(room, 5, to('a'))
  }
  expect(room.left()).toBe(0)
  room.setLimits(generous)
  expect(room.left()).toBe(100)
})

test('what a silent channel has under way leaves the others their room', () => {
  const { room, pass } = roomWith(generous)
  enter(room, 400, to('silent'))
  expect(room.left()).toBe(0)
  pass(501)
  room.setLimits(generous)
  expect(room.left()).toBe(400)
})

test('a receiver that is far away has as much under way as the parameters allow', () => {
  const { room, pass } = roomWith(generous)
  const settle = (channel: string, tookMs: number) => {
    enter(room, 200, to(channel))
    for (let answers = 0; answers < 100; answers += 1) {
      pass(2)
      room.answered(to(channel), tookMs)
      room.leave()
    }
    room.setLimits(generous)
  }
  settle('far', 300)
  expect(room.left()).toBe(400)
  settle('near', 3)
  expect(room.left()).toBe(300)
})

test('a full worker that is answered hears of its room once', () => {
  const { room, rings } = roomWith(generous)
  enter(room, 400, to('a'))
  for (let answers = 0; answers < 60; answers += 1) room.answered(to('a'), 1)
  expect([room.left(), rings()]).toEqual([60, 1])
})

test('time in which a channel had nothing to answer says nothing of its speed', () => {
  const scene = roomWith(generous)
  answer(scene, 200, 1)
  scene.pass(60_000)
  answer(scene, 1, 20)
  expect(scene.room.portions()).toEqual({ a: 400 })
})

test('a channel that has long had nothing under way is forgotten', () => {
  const scene = roomWith(generous)
  answer(scene, 200, 1)
  scene.pass(11_000)
  scene.room.setLimits(generous)
  expect(scene.room.portions()).toEqual({})
})
