import ipaddr from 'ipaddr.js'

/** `private` may be opened by the operator; `never` is closed whatever the settings say. */
export type AddressClass = 'public' | 'private' | 'never'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

const ranges = (cidrs: readonly string[]): readonly Range[] =>
  cidrs.map((cidr) => ipaddr.parseCIDR(cidr))

const never = ranges([
  '0.0.0.0/8',
  '169.254.0.0/16', // link-local, and the metadata service of most clouds
  '100.100.100.200/32', // metadata of Alibaba Cloud
  '168.63.129.16/32', // platform service of Azure
  '224.0.0.0/4',
  '255.255.255.255/32',
  '::/128',
  'fe80::/10',
  'fd00:ec2::254/128', // metadata of AWS
  'ff00::/8',
  '100::/64',
  '5f00::/16',
])

const closedByDefault = ranges([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '240.0.0.0/4',
  '::1/128',
  'fc00::/7',
  'fec0::/10',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '64:ff9b:1::/48',
])

export type Address = ipaddr.IPv4 | ipaddr.IPv6

export const inRange = (address: Address, [network, bits]: Range): boolean =>
  address.kind() === network.kind() && address.match([network, bits])

/** Where in an IPv6 address of this prefix an IPv4 address is written. */
const carriers = [
  { range: ipaddr.parseCIDR('::ffff:0:0/96'), at: 12 },
  { range: ipaddr.parseCIDR('64:ff9b::/96'), at: 12 },
  { range: ipaddr.parseCIDR('2002::/16'), at: 2 },
  { range: ipaddr.parseCIDR('::/96'), at: 12 },
] as const

/** The IPv4 address that an IPv6 address leads to: mapped, translated (NAT64) or tunnelled (6to4). */
function carriedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const text = address.toString()
  if (text === '::' || text === '::1') return null
  const carrier = carriers.find(({ range }) => inRange(address, range))
  if (!carrier) return null
  return new ipaddr.IPv4(address.toByteArray().slice(carrier.at, carrier.at + 4))
}

/** The address that traffic ends at, so that another spelling is no way around a rule. */
export function effectiveAddress(text: string): Address | null {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return null
  const address = ipaddr.parse(bare)
  return address instanceof ipaddr.IPv6 ? (carriedIpv4(address) ?? address) : address
}

export function classOf(address: Address): AddressClass {
  if (never.some((range) => inRange(address, range))) return 'never'
  return closedByDefault.some((range) => inRange(address, range)) ? 'private' : 'public'
}
