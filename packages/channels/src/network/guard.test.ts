import type { LookupAddress } from 'node:dns'
import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { type AddressGuard, createGuard, hostOf, portOf } from './guard.ts'
import { ForbiddenAddressError } from './refusal.ts'

const v4 = (address: string): LookupAddress => ({ address, family: 4 })

/** Stands in for the DNS, which no test can own. */
const namesAre =
  (table: Readonly<Record<string, readonly LookupAddress[]>>) => async (host: string) => {
    const found = table[host]
    if (found) return found
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' })
  }

const dns = namesAre({
  'public.example': [v4('8.8.8.8')],
  'inside.example': [v4('10.1.2.3')],
  'mixed.example': [v4('8.8.8.8'), v4('10.1.2.3')],
  'metadata.example': [v4('169.254.169.254')],
})

/** Why a destination is refused; null when it is not. */
const judge = async (guard: AddressGuard, address: string): Promise<string | null> => {
  const url = new URL(address)
  try {
    await guard.resolve(hostOf(url), portOf(url))
    return null
  } catch (error) {
    if (error instanceof ForbiddenAddressError) return error.refusal.why
    throw error
  }
}

const closed = createGuard({ allowedNetworks: [], deniedPorts: [] }, dns)

describe('the guard', () => {
  it('lets public names through', async () => {
    expect(await judge(closed, 'https://public.example/hook')).toBeNull()
  })

  it.each([
    'http://10.0.0.1/',
    'http://127.1/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://inside.example/',
  ])('refuses %s as a private place', async (url) => {
    expect(await judge(closed, url)).toBe('private')
  })

  it('refuses a name as soon as one of its addresses is bad', async () => {
    await expect(closed.resolve('mixed.example', 443)).rejects.toBeInstanceOf(ForbiddenAddressError)
  })

  it('has no address for a name that does not resolve', async () => {
    await expect(closed.resolve('nowhere.example', 443)).rejects.toMatchObject({
      code: 'ENOTFOUND',
    })
  })

  it('refuses a name that resolves to nothing', async () => {
    const empty = createGuard({ allowedNetworks: [], deniedPorts: [] }, async () => [])
    await expect(empty.resolve('empty.example', 443)).rejects.toBeInstanceOf(ForbiddenAddressError)
  })

  it('opens what the operator allows by network, and no more', async () => {
    const guard = createGuard({ allowedNetworks: ['10.1.0.0/16', ' '], deniedPorts: [] }, dns)
    expect(await judge(guard, 'http://inside.example/')).toBeNull()
    expect(await judge(guard, 'http://10.1.255.1/')).toBeNull()
    expect(await judge(guard, 'http://10.2.0.1/')).toBe('private')
  })

  it('opens what the operator allows by name for that name only', async () => {
    const guard = createGuard({ allowedNetworks: ['Inside.Example'], deniedPorts: [] }, dns)
    expect(await judge(guard, 'http://inside.example/')).toBeNull()
    expect(await judge(guard, 'http://10.1.2.3/')).toBe('private')
  })

  it('keeps metadata closed whatever the operator allows', async () => {
    const allowedNetworks = ['0.0.0.0/0', '::/0', 'metadata.example']
    const guard = createGuard({ allowedNetworks, deniedPorts: [] }, dns)
    expect(await judge(guard, 'http://10.0.0.1/')).toBeNull()
    expect(await judge(guard, 'http://metadata.example/')).toBe('never')
    expect(await judge(guard, 'http://[64:ff9b::a9fe:a9fe]/')).toBe('never')
  })

  it('keeps our own ports closed on every address of this machine', async () => {
    const guard = createGuard({ allowedNetworks: ['0.0.0.0/0', '::/0'], deniedPorts: [5432] }, dns)
    const own = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .map((entry) => entry.address)
      .filter((address) => !address.startsWith('fe80'))
    for (const address of ['127.0.0.1', '127.0.0.9', '::1', ...own]) {
      expect(guard.judge(address, 5432, address)?.why).toBe('own-port')
      expect(guard.judge(address, 5433, address)).toBeNull()
    }
    expect(guard.judge('10.1.2.3', 5432, 'inside.example')).toBeNull()
  })

  it('refuses to start with networks that it cannot read, and names them all', () => {
    const make = () =>
      createGuard({ allowedNetworks: ['10.0.0.0/33', 'a b', '10.0.0.0/8'], deniedPorts: [] })
    expect(make).toThrow(/10\.0\.0\.0\/33, a b\.$/)
  })

  it('answers a lookup for one address and for all', async () => {
    const lookup = closed.lookupFor(443)
    const one = await new Promise((done) => {
      lookup('public.example', { all: false }, (error, address) => done(error ?? address))
    })
    const all = await new Promise((done) => {
      lookup('public.example', { all: true }, (error, addresses) => done(error ?? addresses))
    })
    expect(one).toBe('8.8.8.8')
    expect(all).toEqual([v4('8.8.8.8')])
  })
})
