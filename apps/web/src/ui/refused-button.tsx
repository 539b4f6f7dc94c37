'use client'

import { Lock } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { Button } from './button.tsx'
import { Tooltip } from './tooltip.tsx'

interface RefusedButtonProps extends Pick<ComponentProps<typeof Button>, 'children' | 'size'> {
  readonly reason: string
}

/** A button that its reader may not press. It can be focused, so that everybody learns why. */
export function RefusedButton({ reason, children, size }: RefusedButtonProps) {
  const id = useId()
  return (
    <>
      <Tooltip text={reason}>
        <Button aria-disabled aria-describedby={id} size={size}>
          <Lock aria-hidden />
          {children}
        </Button>
      </Tooltip>
      <span id={id} className="sr-only">
        {reason}
      </span>
    </>
  )
}
