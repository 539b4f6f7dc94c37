'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toast as Primitive } from 'radix-ui'
import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'

const shownForMs = 8_000

interface ToastRequest {
  readonly title: string
  readonly tone?: 'done' | 'failed'
  /** Takes the action back; offered for as long as the toast is there. */
  readonly undo?: () => void
}

interface ToastEntry extends ToastRequest {
  readonly key: number
}

type Show = (request: ToastRequest) => void

const ToastContext = createContext<Show | null>(null)

/** Shows a short message at the edge of the page, with an undo where the action has one. */
export function useToast(): Show {
  const show = use(ToastContext)
  if (show === null) throw new Error('useToast needs a ToastProvider above it')
  return show
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('common')
  const [{ entries }, setState] = useState<{ entries: readonly ToastEntry[]; next: number }>({
    entries: [],
    next: 0,
  })
  const show = useCallback<Show>((request) => {
    setState(({ entries, next }) => ({
      entries: [...entries.slice(-2), { ...request, key: next }],
      next: next + 1,
    }))
  }, [])
  const remove = (key: number) =>
    setState(({ entries, next }) => ({
      entries: entries.filter((entry) => entry.key !== key),
      next,
    }))
  return (
    <ToastContext value={show}>
      <Primitive.Provider duration={shownForMs} label={t('toast.label')} swipeDirection="right">
        {children}
        {entries.map((entry) => (
          <ToastMessage key={entry.key} entry={entry} onGone={() => remove(entry.key)} />
        ))}
        <Primitive.Viewport
          label={t('toast.region', { hotkey: '{hotkey}' })}
          className="fixed right-0 bottom-14 z-60 flex w-full max-w-sm flex-col gap-2 p-4 outline-none sm:bottom-0"
        />
      </Primitive.Provider>
    </ToastContext>
  )
}

function ToastMessage({ entry, onGone }: { entry: ToastEntry; onGone: () => void }) {
  const t = useTranslations('common')
  const failed = entry.tone === 'failed'
  const Icon = failed ? CircleAlert : CircleCheck
  return (
    <Primitive.Root
      type={failed ? 'foreground' : 'background'}
      onOpenChange={(open) => {
        if (!open) onGone()
      }}
      className="flex items-center gap-2 rounded-lg border border-line bg-raised py-2 pr-2 pl-3 shadow-float data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:slide-in-from-bottom-2 data-[state=open]:duration-120"
    >
      <Icon
        aria-hidden
        className={failed ? 'size-4 shrink-0 text-firing' : 'size-4 shrink-0 text-quiet'}
      />
      <Primitive.Title className="min-w-0 flex-1 text-sm">{entry.title}</Primitive.Title>
      {entry.undo === undefined ? null : (
        <Primitive.Action asChild altText={t('undo')}>
          <Button size="sm" onClick={entry.undo}>
            {t('undo')}
          </Button>
        </Primitive.Action>
      )}
      <Primitive.Close asChild>
        <IconButton label={t('close')}>
          <X aria-hidden />
        </IconButton>
      </Primitive.Close>
    </Primitive.Root>
  )
}
