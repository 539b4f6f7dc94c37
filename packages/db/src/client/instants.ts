import type { Instant } from '@highwater/core'

/** PostgreSQL's type number of `timestamptz`. */
export const timestamptzType = 1184

/** Reads `2026-01-02 03:04:05.678+00`, which is how a session in UTC writes a timestamptz. */
export const parseTimestamp = (text: string): Instant =>
  Date.parse(`${text.replace(' ', 'T').replace('+00', 'Z')}`) as Instant

export const formatTimestamp = (at: number | string): string =>
  typeof at === 'number' ? new Date(at).toISOString() : at
