/** Hosts of the vendor: the first serves China, the second the international tenant. */
export const vendorHosts = ['oapi.dingtalk.com', 'oapi.dingtalk.io'] as const

const otherVendors: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)feishu\.cn$|(^|\.)larksuite\.com$/, 'Feishu'],
  [/(^|\.)weixin\.qq\.com$/, 'WeCom'],
  [/(^|\.)slack\.com$/, 'Slack'],
]

/** Takes off what copying from a chat or a document leaves around an address. */
export const cleanPasted = (text: string): string =>
  text.trim().replace(/^["'“”‘’<\s]+|["'“”‘’>\s]+$/g, '')

export type Endpoint = { readonly url: string } | { readonly fault: string }

function readToken(
  text: string,
): { readonly token: string; readonly origin: string | null } | { readonly fault: string } {
  if (/^[A-Za-z0-9_-]{1,256}$/.test(text)) return { token: text, origin: null }
  if (!URL.canParse(text)) {
    return { fault: 'Paste the whole webhook address of the robot, or just its access_token.' }
  }
  const url = new URL(text)
  const other = otherVendors.find(([host]) => host.test(url.hostname))
  if (other) return { fault: `This is a ${other[1]} address, not one of a DingTalk robot.` }
  const token = url.searchParams.get('access_token')
  if (token === null || token === '') {
    return {
      fault: 'The address has no access_token. Copy it again from the settings of the robot.',
    }
  }
  return { token, origin: url.origin }
}

const isVendor = (origin: string): boolean => {
  const { protocol, hostname, port } = new URL(origin)
  // http is allowed to the vendor for proxies that cannot tunnel; the form warns about it.
  return /^https?:$/.test(protocol) && port === '' && vendorHosts.some((host) => host === hostname)
}

/**
 * Where messages of a robot go. A whole address must be the vendor's, unless `baseUrl` names
 * the gateway; everything in its query but the token is left out, old signatures included.
 */
export function endpointOf(webhook: string, baseUrl: string | undefined): Endpoint {
  const read = readToken(cleanPasted(webhook))
  if ('fault' in read) return read
  const query = `access_token=${encodeURIComponent(read.token)}`
  if (baseUrl !== undefined) return { url: `${baseUrl}/robot/send?${query}` }
  if (read.origin === null) return { url: `https://${vendorHosts[0]}/robot/send?${query}` }
  if (isVendor(read.origin)) return { url: `${read.origin}/robot/send?${query}` }
  return {
    fault: `The host must be ${vendorHosts.join(' or ')}. For a private gateway, set the gateway address.`,
  }
}
