import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'
import { type Address, classOf, effectiveAddress } from './address-class.ts'
import { parseAllowedNetworks } from './allowed-networks.ts'
import { type AddressRefusal, ForbiddenAddressError, refusal } from './refusal.ts'

export interface NetworkPolicy {
  /** CIDRs or host names that may be reached though they are private. */
  readonly allowedNetworks: readonly string[]
  /** Ports of this machine that are never reached: our own and the database's. */
  readonly deniedPorts: readonly number[]
  /** Ports of other machines that are never reached, however they are named: the database's. */
  readonly deniedPlaces?: readonly { readonly host: string; readonly port: number }[]
}

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

const systemResolve: Resolve = (host) => dns.lookup(host, { all: true, verbatim: true })

export interface AddressGuard {
  /** Why `host` may not be reached at this address; null if it may. It knows no denied places. */
  judge(address: string, port: number, host: string): AddressRefusal | null
  /**
   * All addresses of a host, or the literal address that it is, each checked. One bad address refuses them all: a name that resolves
   * to a public and a private address is either an accident or an attack.
   * @throws ForbiddenAddressError, or the resolver's own error
   */
  resolve(host: string, port: number): Promise<readonly LookupAddress[]>
  /** For `net.connect` and `tls.connect`, which ask it for names but not for literal addresses. */
  lookupFor(port: number): LookupFunction
}

const isOwnAddress = (address: Address): boolean => {
  if (address.range() === 'loopback') return true
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return own.some((entry) => effectiveAddress(entry.address)?.toString() === address.toString())
}

const defaultPorts: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'socks5:': 1080,
}

export const portOf = (url: URL): number => Number(url.port) || (defaultPorts[url.protocol] ?? 0)
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

export function createGuard(
  policy: NetworkPolicy,
  resolveHost: Resolve = systemResolve,
): AddressGuard {
  const allowed = parseAllowedNetworks(policy.allowedNetworks)
  const deniedPorts = new Set(policy.deniedPorts)

  const judge: AddressGuard['judge'] = (text, port, host) => {
    const address = effectiveAddress(text)
    if (address === null) return refusal('never', text, host)
    const found = classOf(address)
    if (found === 'never') return refusal('never', text, host)
    if (deniedPorts.has(port) && isOwnAddress(address)) return refusal('own-port', text, host)
    return found === 'public' || allowed.allows(address, host)
      ? null
      : refusal('private', text, host)
  }

  /** Each lookup holds one of the few threads until it is over: whoever asks meanwhile shares its answer. */
  const underWay = new Map<string, ReturnType<Resolve>>()
  const lookUp = (host: string): ReturnType<Resolve> => {
    const known = underWay.get(host)
    if (known) return known
    const asked = resolveHost(host).finally(() => underWay.delete(host))
    underWay.set(host, asked)
    return asked
  }

  const addressesOf = async (host: string): Promise<readonly LookupAddress[]> => {
    const family = isIP(host)
    return family === 0 ? await lookUp(host) : [{ address: host, family }]
  }

  /** The addresses at which this port is closed; a place that does not resolve has none now. */
  const deniedAt = async (port: number): Promise<ReadonlySet<string | undefined>> => {
    const places = (policy.deniedPlaces ?? []).filter((place) => place.port === port)
    const found = await Promise.all(places.map(({ host }) => addressesOf(host).catch(() => [])))
    return new Set(found.flat().map(({ address }) => effectiveAddress(address)?.toString()))
  }

  const resolve: AddressGuard['resolve'] = async (host, port) => {
    const [addresses, denied] = await Promise.all([addressesOf(host), deniedAt(port)])
    for (const { address } of addresses) {
      const isDenied = denied.has(effectiveAddress(address)?.toString())
      const refused = isDenied ? refusal('own-port', address, host) : judge(address, port, host)
      if (refused) throw new ForbiddenAddressError(refused)
    }
    if (addresses.length === 0) throw new ForbiddenAddressError(refusal('never', host, host))
    return addresses
  }

  return {
    judge,
    resolve,
    lookupFor: (port) => (host, options, done) => {
      resolve(host, port).then(
        (addresses) => {
          const [first] = addresses
          if (options.all) done(null, [...addresses])
          else done(null, first?.address ?? '', first?.family)
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), ''),
      )
    },
  }
}
