import {
  cleanPasted,
  type Endpoint,
  foreignVendor,
  hostFault,
  isAtVendor,
} from '../settings/vendor-address.ts'

export const vendorHosts = ['qyapi.weixin.qq.com'] as const

const sendPath = '/cgi-bin/webhook/send'

/**
 * Where messages of a robot go. A whole address must be the vendor's, unless `baseUrl` names the
 * gateway; everything in its query but the key is left out.
 */
export function endpointOf(webhook: string, baseUrl: string | undefined): Endpoint {
  const text = cleanPasted(webhook)
  const at = (origin: string, key: string): Endpoint => ({
    url: `${baseUrl ?? origin}${sendPath}?key=${encodeURIComponent(key)}`,
  })
  if (/^[\w-]{4,128}$/.test(text)) return at(`https://${vendorHosts[0]}`, text)
  if (!URL.canParse(text)) {
    return { fault: 'Paste the whole webhook address of the robot, or just its key.' }
  }
  const url = new URL(text)
  const other = foreignVendor(url.hostname, 'WeCom')
  if (other !== null) return { fault: other }
  const key = url.searchParams.get('key') ?? ''
  if (key === '') {
    return { fault: 'The address has no key. Copy it again from the settings of the robot.' }
  }
  if (baseUrl !== undefined || isAtVendor(url, vendorHosts)) return at(url.origin, key)
  return { fault: hostFault(vendorHosts) }
}
