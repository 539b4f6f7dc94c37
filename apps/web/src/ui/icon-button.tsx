import type { ComponentProps } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style.ts'
import { classNames } from './class-names.ts'

interface IconButtonProps extends ComponentProps<'button'>, Pick<ButtonStyle, 'tone'> {
  /** What the button does, in words: its name for assistive technology and its tooltip. */
  readonly label: string
}

export function IconButton({ label, tone = 'ghost', className, type, ...rest }: IconButtonProps) {
  return (
    <button
      type={type ?? 'button'}
      aria-label={label}
      title={label}
      className={classNames(buttonStyle({ tone }), 'size-8 px-0 tap-square', className)}
      {...rest}
    />
  )
}
