import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { controlStyle } from './control-style.ts'

interface TextareaProps extends ComponentProps<'textarea'> {
  /** For templates, certificates and other text whose columns matter. */
  readonly mono?: boolean
}

export function Textarea({ mono = false, className, rows = 4, ...rest }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      className={classNames(
        controlStyle,
        'h-auto resize-y py-1.5',
        mono && 'font-mono text-sm',
        className,
      )}
      {...rest}
    />
  )
}
