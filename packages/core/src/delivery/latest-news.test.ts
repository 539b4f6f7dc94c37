import { expect, it } from 'vitest'
import type { AlertId, NotificationId } from '../ids.ts'
import { latestNews, type WaitingNews } from './latest-news.ts'

const waiting = (...kinds: readonly WaitingNews['kind'][]): WaitingNews[] =>
  kinds.map((kind, index) => ({
    id: `${kind}-${index}` as NotificationId,
    alert: 'a' as AlertId,
    kind,
    note: kind === 'repeat' ? ('level_raised' as const) : null,
  }))

it('tells what began and still goes on as news, with what was last to be said of it', () => {
  expect(latestNews(waiting('firing', 'repeat'), false)).toEqual({
    kept: { id: 'repeat-1', kind: 'firing', note: 'level_raised' },
    leftOut: ['firing-0'],
  })
})

it('tells what began and ended meanwhile in one message', () => {
  for (const kinds of [['firing', 'resolved'], ['resolved'], ['firing']] as const) {
    const { kept } = latestNews(waiting(...kinds), true)
    expect(kept?.kind).toBe('resolved')
  }
  expect(latestNews(waiting('firing', 'resolved'), true)).toEqual({
    kept: { id: 'resolved-1', kind: 'resolved', note: 'first_news_of_a_closed_alert' },
    leftOut: ['firing-0'],
  })
})

it('tells the end of what was told before as it is', () => {
  expect(latestNews(waiting('repeat', 'resolved'), true)).toEqual({
    kept: { id: 'resolved-1', kind: 'resolved', note: null },
    leftOut: ['repeat-0'],
  })
})

it('tells nothing more of an alert that is over where its end is not wanted', () => {
  expect(latestNews(waiting('repeat'), true)).toEqual({ kept: null, leftOut: ['repeat-0'] })
})

it('does not tell the end of an alert that is open again', () => {
  for (const kinds of [['resolved'], ['repeat', 'resolved']] as const) {
    expect(latestNews(waiting(...kinds), false).kept).toBeNull()
  }
})

it('has nothing to tell where nothing waited', () => {
  expect(latestNews([], false)).toEqual({ kept: null, leftOut: [] })
})
