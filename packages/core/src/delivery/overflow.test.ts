import { describe, expect, it } from 'vitest'
import type { AlertId, ChannelId, NotificationId } from '../ids.ts'
import { foldOverflow, type Waiting } from './overflow.ts'

const message = (id: string, changes: Partial<Waiting> = {}): Waiting => ({
  id: id as NotificationId,
  channel: 'robot' as ChannelId,
  alert: `alert of ${id}` as AlertId,
  priority: 2,
  ...changes,
})
const urgent = (id: string) => message(id, { priority: 1 })
const many = (count: number, make: (id: string) => Waiting) =>
  Array.from({ length: count }, (_, index) => make(`${make(`x`).priority}-${index + 1}`))

describe('what waits for a robot', () => {
  it('goes out one by one while it fits into what the robot may soon be sent', () => {
    expect(foldOverflow(many(18, message), 18)).toEqual([])
  })

  it('becomes one digest when there is more, but for the first messages of high alerts', () => {
    const folds = foldOverflow([...many(3, urgent), ...many(20, message)], 18)
    expect(folds).toMatchObject([{ channel: 'robot', urgent: false }])
    expect(folds[0]?.notifications).toEqual(many(20, message).map(({ id }) => id))
  })

  it('leaves of very many high alerts the first alone, and tells the others in a digest', () => {
    const folds = foldOverflow([...many(100, urgent), ...many(50, message)], 18)
    expect(folds.map((fold) => [fold.urgent, fold.notifications.length])).toEqual([
      [true, 84],
      [false, 50],
    ])
    expect(folds[0]?.notifications[0]).toBe('1-17')
  })

  it('has room for one digest at least, even where the robot may be sent one message only', () => {
    const folds = foldOverflow(many(5, urgent), 1)
    expect(folds.map(({ notifications }) => notifications.length)).toEqual([5])
  })

  it('keeps the messages of one alert together, so that none is overtaken', () => {
    const firing = urgent('firing')
    const ended = { ...message('ended', { priority: 3 }), alert: firing.alert }
    const folds = foldOverflow([firing, ...many(20, message), ended], 18)
    expect(folds.flatMap(({ notifications }) => notifications)).not.toContain('ended')
  })

  it('becomes one digest for each channel of the robot', () => {
    const other = { channel: 'other' as ChannelId }
    const folds = foldOverflow([...many(10, message), message('a', other), message('b', other)], 5)
    expect(folds.map(({ channel }) => channel)).toEqual(['robot', 'other'])
  })

  it('is not folded where it is the only message of its channel', () => {
    const lonely = message('lonely', { channel: 'other' as ChannelId })
    const folds = foldOverflow([...many(10, message), lonely], 5)
    expect(folds.flatMap(({ notifications }) => notifications)).not.toContain('lonely')
  })
})
