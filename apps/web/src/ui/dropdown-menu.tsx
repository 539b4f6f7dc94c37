'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export const DropdownMenu = Primitive.Root
export const DropdownMenuTrigger = Primitive.Trigger
export const DropdownMenuRadioGroup = Primitive.RadioGroup

const itemStyle =
  'relative flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-md px-2 text-base outline-none tap data-disabled:pointer-events-none data-highlighted:bg-hover data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint'

export function DropdownMenuContent(props: ComponentProps<typeof Primitive.Content>) {
  const { className, align = 'end', sideOffset = 4, ...rest } = props
  return (
    <Primitive.Portal>
      <Primitive.Content
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        className={classNames(
          'z-50 min-w-44 rounded-lg border border-line bg-raised p-1 shadow-float data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:duration-120',
          className,
        )}
        {...rest}
      />
    </Primitive.Portal>
  )
}

interface DropdownMenuItemProps extends ComponentProps<typeof Primitive.Item> {
  readonly tone?: 'plain' | 'danger'
}

export function DropdownMenuItem({ tone = 'plain', className, ...rest }: DropdownMenuItemProps) {
  return (
    <Primitive.Item
      className={classNames(
        itemStyle,
        tone === 'danger' && 'text-firing [&_svg]:text-firing',
        className,
      )}
      {...rest}
    />
  )
}

export function DropdownMenuRadioItem(props: ComponentProps<typeof Primitive.RadioItem>) {
  const { className, children, ...rest } = props
  return (
    <Primitive.RadioItem className={classNames(itemStyle, 'pr-8', className)} {...rest}>
      {children}
      <Primitive.ItemIndicator className="absolute right-2">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  )
}

export function DropdownMenuLabel({ className, ...rest }: ComponentProps<typeof Primitive.Label>) {
  return (
    <Primitive.Label
      className={classNames('px-2 py-1 font-medium text-ink-faint text-xs', className)}
      {...rest}
    />
  )
}

export function DropdownMenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />
}
