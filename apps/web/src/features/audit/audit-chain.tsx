'use client'

import type { AuditVerdict } from '@highwater/db/queries'
import { useMutation } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '~/trpc/client.tsx'
import { useFailureText } from '~/trpc/use-failure-text.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { ChainVerdict } from './chain-verdict.tsx'

interface AuditChainProps {
  /** What the last verification found; null if there was none. */
  readonly last: AuditVerdict | null
}

/** Whether the record is as it was written, and a button that finds out. */
export function AuditChain({ last }: AuditChainProps) {
  const t = useTranslations('audit.chain')
  const failureText = useFailureText()
  const verify = useMutation(useTRPC().audit.verify.mutationOptions())
  const verdict = verify.data ?? last
  const button = (
    <Button
      data-print="hide"
      aria-disabled={verify.isPending}
      onClick={() => (verify.isPending ? undefined : verify.mutate({}))}
    >
      <ShieldCheck aria-hidden />
      {t(verify.isPending ? 'verifying' : 'verify')}
    </Button>
  )
  return (
    <div className="grid gap-2" aria-live="polite">
      {verify.error === null ? null : <Notice tone="error">{failureText(verify.error)}</Notice>}
      {verdict === null ? (
        <Notice title={t('never')} action={button}>
          {t('explain')}
        </Notice>
      ) : (
        <ChainVerdict verdict={verdict} action={button} />
      )}
    </div>
  )
}
