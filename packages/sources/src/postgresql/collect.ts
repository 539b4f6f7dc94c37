import { setTimeout as pause } from 'node:timers/promises'
import { instant, millis } from '@highwater/core'
import type { Sql } from 'postgres'
import type { CollectIo, Collector, CollectResult, CollectTarget } from '../collector.ts'
import type { PostgresqlConfig, PostgresqlSecrets } from './config.ts'
import { withConnection } from './connect.ts'
import { CollectError, explainFailure } from './explain-failure.ts'
import { parseLsn } from './lsn.ts'
import { addMark, recall } from './memory.ts'
import { nextMemory, observe } from './observe.ts'
import { awaits, readAll } from './read-all.ts'
import { identifyServer, measureClock, readMark } from './server.ts'

type Target = CollectTarget<PostgresqlConfig, PostgresqlSecrets>

const wholeLimit = millis(20_000)
/** How often, and how far apart, a busy replica is given the chance to pass the mark just set. */
const looks = 5
const betweenLooks = millis(200)

async function look(
  sql: Sql,
  target: Target,
  io: CollectIo,
  signal: AbortSignal,
): Promise<CollectResult> {
  const { config } = target
  const system = await identifyServer(sql, config.user)
  const clockAhead = await measureClock(sql, () => io.now())
  const memory = recall(target.memory, system)
  const mark = await readMark(sql)
  const log = {
    end: mark === null ? null : parseLsn(mark.lsn),
    marks: mark === null ? memory.marks : addMark(memory.marks, mark),
  }
  let reading = await readAll(sql, config)
  for (let n = 1; n < looks && awaits(reading, log.end); n += 1) {
    await pause(betweenLooks, undefined, { signal })
    reading = await readAll(sql, config)
  }
  const observedAt = instant(Math.round(io.now()))
  return {
    ok: true,
    observations: observe(reading, { config, system, log, memory, observedAt }),
    clockAhead,
    memory: nextMemory(memory, reading, log),
  }
}

/** Reads one PostgreSQL server; README.md beside this file says what its figures mean. */
export const collectPostgresql: Collector<PostgresqlConfig, PostgresqlSecrets> = async (
  target,
  io,
) => {
  const limit = AbortSignal.timeout(wholeLimit)
  const signal = AbortSignal.any([io.signal, limit])
  const stopped = Promise.withResolvers<never>()
  const stop = () =>
    stopped.reject(
      io.signal.aborted
        ? new CollectError('aborted', 'The collection was stopped.')
        : new CollectError('timeout', `The server did not answer within ${wholeLimit / 1_000} s.`),
    )
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    const work = withConnection(target, io.network, signal, (sql) => look(sql, target, io, signal))
    return await Promise.race([stopped.promise, work])
  } catch (error) {
    return explainFailure(error)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
