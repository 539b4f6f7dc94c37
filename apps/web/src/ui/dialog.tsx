'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import { overlayStyle } from './overlay-style.ts'
import { useReturnFocus } from './use-return-focus.ts'

export const Dialog = Primitive.Root
export const DialogTrigger = Primitive.Trigger
export const DialogClose = Primitive.Close

interface DialogContentProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly children: ReactNode
  /** Buttons; the last one is the main one. */
  readonly footer?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg'
}

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-2xl' }

/**
 * A question that has to be answered before going on. On a phone it rises from the bottom edge. The
 * control with `data-first-focus` has the focus at first, else the one that closes it.
 */
export function DialogContent(props: DialogContentProps) {
  const { title, description, children, footer, size = 'md' } = props
  const t = useTranslations('common')
  const returnFocus = useReturnFocus()
  const content = useRef<HTMLDivElement>(null)
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayStyle} />
      <Primitive.Content
        onCloseAutoFocus={returnFocus.onCloseAutoFocus}
        onOpenAutoFocus={(event) => {
          returnFocus.onOpenAutoFocus()
          const wanted = content.current?.querySelector<HTMLElement>('[data-first-focus]')
          if (!wanted) return
          event.preventDefault()
          wanted.focus()
        }}
        ref={content}
        {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        className={classNames(
          'fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t-lg border border-line bg-raised shadow-float outline-none sm:inset-x-auto sm:top-[12dvh] sm:bottom-auto sm:left-1/2 sm:max-h-[76dvh] sm:w-[calc(100%-2rem)] sm:-translate-x-1/2 sm:rounded-lg',
          'data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:slide-in-from-bottom-2 data-[state=open]:duration-120',
          widths[size],
        )}
      >
        <header className="flex items-start justify-between gap-4 px-4 pt-3 pb-2">
          <div className="min-w-0 pt-1">
            <Primitive.Title className="font-semibold text-lg">{title}</Primitive.Title>
            {description === undefined ? null : (
              <Primitive.Description className="mt-1 text-ink-muted text-sm">
                {description}
              </Primitive.Description>
            )}
          </div>
          <Primitive.Close asChild>
            <IconButton label={t('close')} className="-mr-1">
              <X aria-hidden />
            </IconButton>
          </Primitive.Close>
        </header>
        <div className="min-h-0 overflow-y-auto px-4 py-2">{children}</div>
        {footer === undefined ? (
          <div className="h-2" />
        ) : (
          <footer className="mt-2 flex flex-wrap justify-end gap-2 border-line border-t px-4 py-3">
            {footer}
          </footer>
        )}
      </Primitive.Content>
    </Primitive.Portal>
  )
}
