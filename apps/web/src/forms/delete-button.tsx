import { Trash2 } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from '~/ui/button.tsx'

/** What opens the question whether something shall be deleted. */
export function DeleteButton({ children, ...rest }: ComponentProps<typeof Button>) {
  return (
    <Button {...rest}>
      <Trash2 aria-hidden />
      {children}
    </Button>
  )
}
