import { BlockList, isIP } from 'node:net'

/** An IPv4 address that is written as one of IPv6, with its numbers or with hexadecimal ones. */
function unmapped(address: string): string {
  const [, plain, high, low] =
    /^::ffff:(?:(\d+(?:\.\d+){3})|([\da-f]{1,4}):([\da-f]{1,4}))$/i.exec(address) ?? []
  if (high === undefined || low === undefined) return plain ?? address
  const [one, other] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [one >> 8, one & 255, other >> 8, other & 255].join('.')
}

/** As a socket or a header writes an address, without what may stand around it. */
export function plainAddress(text: string): string {
  const address = unmapped(text.trim())
  const [, inBrackets, withPort] =
    /^\[([^\]]+)\](?::\d+)?$|^(\d+(?:\.\d+){3}):\d+$/.exec(address) ?? []
  return withPort ?? unmapped(inBrackets ?? address)
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether an address belongs to these networks and addresses. */
export function createNetworkTest(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', prefix] = network.split('/')
    if (prefix === undefined) list.addAddress(base, familyOf(base))
    else list.addSubnet(base, Number(prefix), familyOf(base))
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address))
}

/**
 * Who sent a request: the address nearest to us that is not one of our own proxies. What stands
 * further left in `X-Forwarded-For` was written by strangers.
 * @param peer the socket's other end
 */
export function clientAddress(
  peer: string,
  forwardedFor: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let nearest = plainAddress(peer)
  const hops = forwardedFor?.split(',').map(plainAddress) ?? []
  while (isTrusted(nearest)) {
    const hop = hops.pop()
    if (hop === undefined || isIP(hop) === 0) break
    nearest = hop
  }
  return nearest
}
