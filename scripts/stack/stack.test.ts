import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '@highwater/environment'
import { expect, onTestFinished, test } from 'vitest'
import { checkPort } from './check-port.ts'
import { checkServer } from './check-server.ts'
import { keepSecret, readSecret } from './keep-secret.ts'

async function listen(): Promise<number> {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  return address.port
}

test('A port that is taken is named with the variable that moves it', async () => {
  const port = await listen()
  await expect(checkPort({ variable: 'PORT', host: '127.0.0.1', port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program; stop it or set PORT to a free port.`,
  )
})

test('An address of another machine is refused as such', async () => {
  const elsewhere = { variable: 'PORT', host: '192.0.2.1', port: 3000 }
  await expect(checkPort(elsewhere)).rejects.toThrow('192.0.2.1 is not an address of this machine')
})

test('A database where nothing listens is named in one sentence without its password', async () => {
  const failure = checkServer('postgres://user:hunter2@127.0.0.1:1/highwater')
  await expect(failure).rejects.toThrow(
    'DATABASE_URL: 127.0.0.1:1/highwater cannot be used: nothing listens there.',
  )
})

test('A server that is no PostgreSQL is named in one sentence', async () => {
  const port = await listen()
  const failure = checkServer(`postgres://user:hunter2@127.0.0.1:${port}/highwater`, 300)
  await expect(failure).rejects.toThrow(
    /^DATABASE_URL: 127\.0\.0\.1:\d+\/highwater cannot be used: /,
  )
})

test('The generated secret is made once, is a good one, and only its owner can read it', () => {
  const folder = join(tmpdir(), `highwater-secret-${randomUUID()}`)
  mkdirSync(folder)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const secret = keepSecret(folder)
  expect(keepSecret(folder)).toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  const { HIGHWATER_SECRET } = readEnvironment({ HIGHWATER_SECRET: secret }, 'start')
  expect(HIGHWATER_SECRET?.map((key) => key.id)).toEqual(['first'])
})

test('A file without a secret, as a full disk leaves it, counts as none', () => {
  const folder = join(tmpdir(), `highwater-secret-${randomUUID()}`)
  mkdirSync(folder)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'secret'), '')
  expect(readSecret(folder)).toBeUndefined()
  expect(keepSecret(folder)).toBe(readSecret(folder))
  expect(readdirSync(folder)).toEqual(['secret'])
})

test('A database that hangs up is named with what it may lack', async () => {
  const reset = createServer((socket) => socket.resetAndDestroy()).listen(0, '127.0.0.1')
  await once(reset, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => reset.close(() => resolve())))
  const address = reset.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  const url = `postgres://user:hunter2@127.0.0.1:${address.port}/highwater?sslmode=require`
  await expect(checkServer(url, 10_000)).rejects.toThrow('as a server without TLS does')
})
