import { useTranslations } from 'next-intl'
import { CodeBlock } from '~/ui/code-block.tsx'
import { Notice } from '~/ui/notice.tsx'

/** Recovery codes, which are shown this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useTranslations('signIn.factor')
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="warning" title={t('codesTitle')}>
        {t('codesText')}
      </Notice>
      <CodeBlock subject={t('codes')} code={codes.join('\n')} />
    </div>
  )
}
