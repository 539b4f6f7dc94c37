import { type Logger, pino } from 'pino'
import type { WorkerEnvironment } from './environment.ts'

export function createLog({ LOG_LEVEL, LOG_FORMAT }: WorkerEnvironment): Logger {
  const base = { name: 'worker', level: LOG_LEVEL }
  return LOG_FORMAT === 'pretty'
    ? pino({ ...base, transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } })
    : pino(base)
}
