import {
  cleanPasted,
  type Endpoint,
  foreignVendor,
  hostFault,
  isAtVendor,
} from '../settings/vendor-address.ts'

export const vendorHosts = ['hooks.slack.com', 'hooks.slack-gov.com'] as const

const threeParts = /^\/services\/[A-Z0-9]{2,30}\/[A-Z0-9]{2,30}\/[A-Za-z0-9]{4,60}$/

/** Where messages of a webhook go: the vendor's host, or the gateway that `baseUrl` names. */
export function endpointOf(webhook: string, baseUrl: string | undefined): Endpoint {
  const text = cleanPasted(webhook)
  if (!URL.canParse(text)) return { fault: 'Paste the whole webhook address of the app.' }
  const url = new URL(text)
  const other = foreignVendor(url.hostname, 'Slack')
  if (other !== null) return { fault: other }
  if (!threeParts.test(url.pathname)) {
    return { fault: 'The path must be /services/ and the three parts that Slack gave.' }
  }
  if (baseUrl !== undefined) return { url: `${baseUrl}${url.pathname}` }
  if (isAtVendor(url, vendorHosts)) return { url: `${url.origin}${url.pathname}` }
  return { fault: hostFault(vendorHosts) }
}
