import type { ReactNode } from 'react'

interface FactListProps {
  /** Name and value; a value of null is left out, as it would only say that nothing is known. */
  readonly facts: readonly (readonly [name: string, value: ReactNode])[]
}

/** Names and values of one thing, in two columns. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted">{name}</dt>
            <dd className="wrap-anywhere min-w-0">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
