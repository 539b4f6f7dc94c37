import type { Localized } from '@highwater/core'

export type RefusalReason = 'private' | 'never' | 'own-port'

export interface AddressRefusal {
  readonly why: RefusalReason
  readonly address: string
  readonly text: Localized
}

const texts: Readonly<Record<RefusalReason, (place: string) => Localized>> = {
  private: (place) => ({
    'zh-CN': `${place} 是内网地址，默认不允许访问。可由运维人员在 HIGHWATER_ALLOWED_NETWORKS 中放行。`,
    en: `${place} is a private address, closed by default. An operator can open it with HIGHWATER_ALLOWED_NETWORKS.`,
  }),
  never: (place) => ({
    'zh-CN': `${place} 属于链路本地、云元数据或组播地址，任何设置都不能放行。`,
    en: `${place} is a link-local, cloud metadata or multicast address, which no setting opens.`,
  }),
  'own-port': (place) => ({
    'zh-CN': `${place} 指向 Highwater 自己或它的数据库，不能作为目标。`,
    en: `${place} leads to Highwater itself or its database, which is no destination.`,
  }),
}

export function refusal(why: RefusalReason, address: string, host: string): AddressRefusal {
  const place = host === address ? address : `${host} (${address})`
  return { why, address, text: texts[why](place) }
}

/** A connection that the network rules forbid; it is never attempted. */
export class ForbiddenAddressError extends Error {
  readonly refusal: AddressRefusal

  constructor(refused: AddressRefusal) {
    super(refused.text.en)
    this.name = 'ForbiddenAddressError'
    this.refusal = refused
  }
}
