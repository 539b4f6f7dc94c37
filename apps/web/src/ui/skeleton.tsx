import { classNames } from './class-names.ts'

/** The place of something on its way, in its final size. */
export function Skeleton({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('block h-4 animate-pulse rounded-sm bg-line', className)}
    />
  )
}
