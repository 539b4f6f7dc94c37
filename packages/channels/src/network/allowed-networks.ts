import { AppError } from '@highwater/core'
import ipaddr from 'ipaddr.js'
import { type Address, effectiveAddress, inRange } from './address-class.ts'

export interface AllowedNetworks {
  allows(address: Address, host: string): boolean
}

const plainHost = (host: string): string => host.toLowerCase().replace(/\.$/, '')

const hostPattern =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/

/**
 * The operator's list of private places that may be reached: CIDRs, single addresses, host names.
 * A host name opens the addresses of that name only.
 * @throws AppError `invalid_input` that lists every entry that is neither
 */
export function parseAllowedNetworks(entries: readonly string[]): AllowedNetworks {
  const networks: [Address, number][] = []
  const hosts = new Set<string>()
  const wrong: string[] = []
  for (const entry of entries.map((text) => text.trim()).filter((text) => text !== '')) {
    const address = effectiveAddress(entry)
    if (address !== null) networks.push([address, address.kind() === 'ipv4' ? 32 : 128])
    else if (ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry))
    else if (hostPattern.test(plainHost(entry)) && !/^[\d.]+$/.test(entry))
      hosts.add(plainHost(entry))
    else wrong.push(entry)
  }
  if (wrong.length > 0) {
    throw new AppError(
      'invalid_input',
      `Allowed networks must be CIDRs such as 10.0.0.0/8, or host names; these are neither: ${wrong.join(', ')}.`,
    )
  }
  return {
    allows: (address, host) =>
      hosts.has(plainHost(host)) || networks.some((network) => inRange(address, network)),
  }
}
