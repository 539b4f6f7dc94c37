import { expect, test } from 'vitest'
import { EnvironmentError } from './error.ts'
import { readEnvironment } from './read-environment.ts'

const secret = 'a-plain-secret-of-more-than-32-characters'
const required = { DATABASE_URL: 'postgres://u:p@db.internal/h', HIGHWATER_SECRET: secret }

function problemsOf(read: () => unknown) {
  try {
    read()
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
  return []
}

test('An empty environment is enough to start, with the documented defaults', () => {
  const environment = readEnvironment({}, 'start')
  expect(environment).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    HIGHWATER_URL: 'http://127.0.0.1:3000',
    HIGHWATER_DATA_DIR: '.highwater',
    HIGHWATER_WORKER_PORT: 3001,
    HIGHWATER_EVALUATE_INTERVAL_MS: 1000,
    LOG_LEVEL: 'info',
  })
  expect(environment.DATABASE_URL).toBeUndefined()
})

test('A password of the database that holds a bare % is named with the way to write it', () => {
  const given = { ...required, DATABASE_URL: 'postgres://u:100%sure@db.internal/h' }
  expect(problemsOf(() => readEnvironment(given, 'web'))).toEqual([
    { name: 'DATABASE_URL', message: 'holds a % that begins no code: write % itself as %25' },
  ])
})

test('The web and the worker cannot run without a database and a secret', () => {
  for (const process of ['web', 'worker'] as const) {
    expect(problemsOf(() => readEnvironment({}, process))).toEqual([
      { name: 'DATABASE_URL', message: 'is missing' },
      { name: 'HIGHWATER_SECRET', message: 'is missing' },
    ])
  }
})

test('The first administrator may have an address of one label, or of a domain in its ASCII form', () => {
  for (const address of ['dba@mailhost', 'ops@xn--fsqu00a.xn--fiqs8s']) {
    const source = { HIGHWATER_ADMIN_EMAIL: address, HIGHWATER_ADMIN_PASSWORD: 'a long password' }
    expect(readEnvironment(source, 'start').HIGHWATER_ADMIN_EMAIL).toBe(address)
  }
})

test('Every problem is listed in one message', () => {
  const source = {
    PORT: 'http',
    HIGHWATER_URL: 'alerts.example.com',
    HIGHWATER_ADMIN_EMAIL: 'nobody',
    HIGHWATER_ALLOWED_NETWORKS: '10.0.0.0/8, 10.0.0.0/99',
    LOG_LEVEL: 'loud',
  }
  expect(problemsOf(() => readEnvironment(source, 'start')).map((one) => one.name)).toEqual([
    'PORT',
    'HIGHWATER_URL',
    'HIGHWATER_ADMIN_EMAIL',
    'HIGHWATER_ALLOWED_NETWORKS',
    'LOG_LEVEL',
    'HIGHWATER_ADMIN_PASSWORD',
  ])
  expect(() => readEnvironment(source, 'start')).toThrow(
    'PORT must be a whole number from 1 to 65535 (it is "http")',
  )
})

test('A value that may hold a secret is never repeated', () => {
  const source = {
    DATABASE_URL: 'mysql://root:hunter2@db/h',
    HIGHWATER_SECRET: 'hunter3',
    HIGHWATER_BOOTSTRAP_TOKEN: 'hunter4',
    HIGHWATER_ADMIN_PASSWORD: 'hunter5',
  }
  const problems = problemsOf(() => readEnvironment(source, 'start'))
  expect(problems.map((problem) => problem.name)).toEqual([
    'DATABASE_URL',
    'HIGHWATER_SECRET',
    'HIGHWATER_ADMIN_PASSWORD',
    'HIGHWATER_BOOTSTRAP_TOKEN',
    'HIGHWATER_ADMIN_EMAIL',
  ])
  expect(JSON.stringify(problems)).not.toContain('hunter')
})

test('An empty value counts as unset', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: ' ' }, 'start')).toMatchObject({ PORT: 3000 })
})

test('A database of one’s own needs a secret of one’s own', () => {
  const source = { DATABASE_URL: required.DATABASE_URL }
  expect(problemsOf(() => readEnvironment(source, 'start'))).toEqual([
    { name: 'HIGHWATER_SECRET', message: 'is required when DATABASE_URL is set' },
  ])
})

test('The web and the worker may not be given one port', () => {
  expect(problemsOf(() => readEnvironment({ PORT: '3001' }, 'start'))).toEqual([
    { name: 'HIGHWATER_WORKER_PORT', message: 'must differ from PORT' },
  ])
})

test('The public address loses its last slash and may not have a path', () => {
  const read = (url: string) => readEnvironment({ ...required, HIGHWATER_URL: url }, 'web')
  expect(read('https://alerts.example.com/').HIGHWATER_URL).toBe('https://alerts.example.com')
  expect(() => read('https://alerts.example.com/console')).toThrow('without a path')
})

test('A server on every network is linked to by the loopback address', () => {
  const environment = readEnvironment({ ...required, HOST: '0.0.0.0', PORT: '8080' }, 'web')
  expect(environment.HIGHWATER_URL).toBe('http://127.0.0.1:8080')
})

test('Allowed networks are CIDRs, addresses and host names', () => {
  const networks = '10.0.0.0/8, fd00::/8, 192.168.1.7,gateway.internal'
  const source = { ...required, HIGHWATER_ALLOWED_NETWORKS: networks }
  expect(readEnvironment(source, 'worker').HIGHWATER_ALLOWED_NETWORKS).toEqual([
    '10.0.0.0/8',
    'fd00::/8',
    '192.168.1.7',
    'gateway.internal',
  ])
})

test('Each program is handed only what it reads', () => {
  const source = { ...required, HIGHWATER_BOOTSTRAP_TOKEN: secret }
  expect(readEnvironment(source, 'worker')).not.toHaveProperty('HIGHWATER_BOOTSTRAP_TOKEN')
  expect(readEnvironment(source, 'web').HIGHWATER_BOOTSTRAP_TOKEN).toBe(secret)
})

test('A time zone is called by its name: an offset would be wrong for half of the year', () => {
  const read = (zone: string) => readEnvironment({ HIGHWATER_TIME_ZONE: zone }, 'start')
  expect(read('Asia/Shanghai').HIGHWATER_TIME_ZONE).toBe('Asia/Shanghai')
  for (const wrong of ['+08:00', 'Beijing', 'Mars/Olympus']) {
    expect(() => read(wrong)).toThrow('HIGHWATER_TIME_ZONE must be the name of a time zone')
  }
})
