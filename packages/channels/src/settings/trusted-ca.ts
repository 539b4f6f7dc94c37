import type { FieldSpec } from '../kind.ts'
import { optionalText } from './common.ts'

/** A certificate authority of one's own, for receivers inside a company. */
export const trustedCa = optionalText(20_000).refine(
  (text) => text === undefined || text.includes('-----BEGIN CERTIFICATE-----'),
  'Paste the CA certificate in PEM form.',
)

export const trustedCaFaults: Readonly<Record<string, string>> = {
  'Paste the CA certificate in PEM form.': '请粘贴 PEM 格式的 CA 证书。',
}

export const trustedCaField: FieldSpec = {
  path: 'config.ca',
  label: { 'zh-CN': 'CA 证书', en: 'CA certificate' },
  help: {
    'zh-CN': '对方使用内部 CA 签发的证书时，粘贴该 CA 证书（PEM）。',
    en: 'When the receiver’s certificate comes from a private CA: its certificate in PEM form.',
  },
  input: 'textarea',
  required: false,
}
