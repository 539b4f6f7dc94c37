'use client'

import type { ErrorCode } from '@highwater/core'
import { TRPCClientError } from '@trpc/client'
import { useLocale, useTranslations } from 'next-intl'
import { denialWords } from '~/forms/denial-words.ts'
import type { AppRouter } from '~/server/routers/app.ts'

interface Failure {
  readonly code: ErrorCode | 'unexpected'
  readonly faults: readonly { readonly path: string; readonly message: string }[]
  readonly reason: string | null
  readonly current: unknown
  readonly requestId: string
}

/** What the server said of a failed call; null when no answer came. */
export function failureOf(error: unknown): Failure | null {
  const isOurs = error instanceof TRPCClientError
  return isOurs ? ((error as TRPCClientError<AppRouter>).data?.failure ?? null) : null
}

/** A failed call in one sentence of the reader's language. */
export function useFailureText(): (error: unknown) => string {
  const t = useTranslations('errors')
  const locale = useLocale()
  return (error) => {
    const failure = failureOf(error)
    if (failure === null) return t('offline')
    const { code, reason, requestId } = failure
    return denialWords(reason, locale) ?? t(`code.${code}`, { requestId })
  }
}
