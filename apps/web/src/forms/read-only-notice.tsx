import { useTranslations } from 'next-intl'
import { Notice } from '~/ui/notice.tsx'

/** Tells whoever may not change what stands on a page that they read it, and why they only read it. */
export function ReadOnlyNotice({ refusal }: { readonly refusal: string }) {
  const t = useTranslations('common.form')
  return <Notice>{t('readOnly', { why: refusal })}</Notice>
}
