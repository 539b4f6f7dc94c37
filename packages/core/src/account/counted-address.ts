const groups = 8
const network = 4

/**
 * By what a client's address is counted. Whoever has one IPv6 address has at least 2^64 of them, so the
 * first half stands for all.
 */
export function countedAddress(ip: string): string {
  if (!ip.includes(':')) return ip
  const [head = '', tail] = ip.toLowerCase().split('::')
  const partsOf = (text: string | undefined) =>
    (text ?? '').split(':').filter((part) => part !== '')
  const [left, right] = [partsOf(head), partsOf(tail)]
  const between = Array.from(
    { length: Math.max(0, groups - left.length - right.length) },
    () => '0',
  )
  const whole = tail === undefined ? left : [...left, ...between, ...right]
  const first = whole.slice(0, network).map((part) => part.replace(/^0+(?=.)/, ''))
  return `${first.join(':')}::/64`
}
