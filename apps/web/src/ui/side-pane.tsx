'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { overlayStyle } from './overlay-style.ts'
import { useReturnFocus } from './use-return-focus.ts'

export const SidePane = Primitive.Root
export const SidePaneTrigger = Primitive.Trigger
export const SidePaneClose = Primitive.Close

interface SidePaneContentProps {
  readonly title: ReactNode
  /** Beside the close button, such as a link to the full page. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Details of a row, without leaving the list. */
export function SidePaneContent({ title, actions, children }: SidePaneContentProps) {
  const t = useTranslations('common')
  const returnFocus = useReturnFocus()
  return (
    <Primitive.Portal>
      <Primitive.Overlay className={overlayStyle} />
      <Primitive.Content
        {...returnFocus}
        aria-describedby={undefined}
        className="fixed inset-y-0 right-0 z-50 flex w-full max-w-xl flex-col border-line border-l bg-raised shadow-float outline-none data-[state=open]:animate-in data-[state=open]:slide-in-from-right-4 data-[state=open]:fade-in-0 data-[state=open]:duration-120"
      >
        <header className="flex items-center justify-between gap-3 border-line border-b py-2 pr-2 pl-4">
          <Primitive.Title className="min-w-0 truncate font-semibold text-lg">
            {title}
          </Primitive.Title>
          <div className="flex shrink-0 items-center gap-1">
            {actions}
            <Primitive.Close asChild>
              <IconButton label={t('close')}>
                <X aria-hidden />
              </IconButton>
            </Primitive.Close>
          </div>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
      </Primitive.Content>
    </Primitive.Portal>
  )
}
