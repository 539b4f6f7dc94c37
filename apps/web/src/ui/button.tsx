import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style.ts'
import { classNames } from './class-names.ts'

interface ButtonProps extends ComponentProps<'button'>, ButtonStyle {
  /** Lends the look to the only child, usually a link. */
  readonly asChild?: boolean
}

export function Button({ asChild = false, tone, size, className, type, ...rest }: ButtonProps) {
  const style = classNames(buttonStyle({ tone, size }), className)
  if (asChild) return <Slot.Root className={style} {...rest} />
  return <button type={type ?? 'button'} className={style} {...rest} />
}
