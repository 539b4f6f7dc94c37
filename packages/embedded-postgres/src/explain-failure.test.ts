import { expect, test } from 'vitest'
import { explainFailure, explainSystemError } from './explain-failure.ts'
import { startCluster } from './start-cluster.ts'

const scene = { dataDir: '/srv/highwater', port: 5432, log: '/srv/highwater/postgres.log' }

test('A full disk is named, whichever program met it first', () => {
  const sentence = 'The disk that holds /srv/highwater is full; free some space and start again.'
  const fromInitdb = 'initdb: error: could not write to file "pg_wal": No space left on device'
  expect(explainFailure(fromInitdb, scene).message).toBe(sentence)
  const fromServer = `FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes
HINT:  Check free disk space.
PANIC:  cannot abort transaction 1, it was already committed`
  expect(explainFailure(fromServer, scene).message).toBe(sentence)
  const fromNode = Object.assign(new Error('write'), { code: 'ENOSPC' })
  expect(explainSystemError(fromNode, scene)).toHaveProperty('message', sentence)
})

test('A cluster of another major version is named with the way out', () => {
  const output = `FATAL:  database files are incompatible with server
DETAIL:  The data directory was initialized by PostgreSQL version 17, which is not compatible with this version 18.4.`
  expect(explainFailure(output, scene).message).toBe(
    'The database in /srv/highwater was made by PostgreSQL 17; start it with the Highwater version that made it and export it.',
  )
})

test('An unforeseen failure quotes the last reason and names the log', () => {
  const output = `LOG:  starting
2026-01-01 00:00:00 UTC [1] FATAL:  could not load pg_hba.conf`
  expect(explainFailure(output, scene).message).toBe(
    'PostgreSQL in /srv/highwater did not start: could not load pg_hba.conf (see /srv/highwater/postgres.log).',
  )
})

test('An error of our own making passes through unchanged', () => {
  const error = new Error('a defect')
  expect(explainSystemError(error, scene)).toBe(error)
})

test('A data folder that cannot be made is named, with the variable that moves it', async () => {
  await expect(startCluster({ dataDir: '/dev/null/data', durable: false })).rejects.toThrow(
    '/dev/null/data cannot be used (ENOTDIR); choose another HIGHWATER_DATA_DIR.',
  )
})
