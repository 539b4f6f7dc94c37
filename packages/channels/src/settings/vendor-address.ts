const vendors: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)dingtalk\.(com|io)$/, 'DingTalk'],
  [/(^|\.)(feishu\.cn|larksuite\.com|larkoffice\.com)$/, 'Feishu'],
  [/(^|\.)weixin\.qq\.com$/, 'WeCom'],
  [/(^|\.)slack\.com$/, 'Slack'],
  [/(^|\.)(logic\.azure\.com|powerplatform\.com|office\.com)$/, 'Microsoft Teams'],
  [/(^|\.)telegram\.org$/, 'Telegram'],
]

const foreign = (vendor: string): string =>
  `This is an address of ${vendor}. Paste the one of this channel's robot.`

const chineseNames: Readonly<Record<string, string>> = {
  DingTalk: '钉钉',
  Feishu: '飞书',
  WeCom: '企业微信',
}

/** Chinese for the faults that addresses of every vendor can have. */
export const vendorFaults: Readonly<Record<string, string>> = Object.fromEntries(
  vendors.map(([, vendor]) => [
    foreign(vendor),
    `这是${chineseNames[vendor] ?? ` ${vendor} `}的地址，请粘贴本通道对应机器人的地址。`,
  ]),
)

/** Takes off what copying from a chat or a document leaves around an address. */
export const cleanPasted = (text: string): string =>
  text.trim().replace(/^["'“”‘’<\s]+|["'“”‘’>\s]+$/g, '')

export type Endpoint = { readonly url: string } | { readonly fault: string }

/** Why a host is not one of `vendor`, if it is known to be another vendor's. */
export function foreignVendor(hostname: string, vendor: string): string | null {
  const found = vendors.find(([host]) => host.test(hostname))
  return found === undefined || found[1] === vendor ? null : foreign(found[1])
}

/**
 * Whether an address leads to one of `hosts` at its ordinary port. Plain http is allowed for
 * proxies that cannot tunnel.
 */
export function isAtVendor(url: URL, hosts: readonly string[]): boolean {
  return /^https?:$/.test(url.protocol) && url.port === '' && hosts.includes(url.hostname)
}

export const hostFault = (hosts: readonly string[]): string =>
  `The host must be ${hosts.join(' or ')}. For a private gateway, set the gateway address.`
