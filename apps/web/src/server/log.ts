import { type Logger, pino } from 'pino'
import type { WebEnvironment } from './environment.ts'

export function createLog({
  LOG_LEVEL,
  LOG_FORMAT,
}: Pick<WebEnvironment, 'LOG_LEVEL' | 'LOG_FORMAT'>): Logger {
  const base = { name: 'web', level: LOG_LEVEL }
  return LOG_FORMAT === 'pretty'
    ? pino({ ...base, transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } })
    : pino(base)
}
