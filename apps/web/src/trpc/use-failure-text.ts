'use client'

import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import type { FailureShown } from '~/server/failure-shown.ts'
import type { AppRouter } from '~/server/routers/app.ts'

/** What the server said of a failed call; null when no answer came. */
export function failureOf(error: unknown): FailureShown | null {
  const isOurs = error instanceof TRPCClientError
  return isOurs ? ((error as TRPCClientError<AppRouter>).data?.failure ?? null) : null
}

/** A failed call in words of the reader's language. */
export function useFailureText(): (error: unknown) => string {
  const t = useTranslations('errors')
  return (error) => {
    const failure = failureOf(error)
    if (failure === null) return t('offline')
    const { code, words, requestId } = failure
    return words ?? t(`code.${code}`, { requestId })
  }
}
