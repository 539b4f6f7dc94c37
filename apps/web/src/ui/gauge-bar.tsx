import { classNames } from './class-names.ts'

interface GaugeBarProps {
  /** What is measured, in words. */
  readonly label: string
  readonly value: number
  readonly limit: number
  /** So near the limit that somebody should look. */
  readonly isNear: boolean
}

/** How much of a limit is used. */
export function GaugeBar({ label, value, limit, isNear }: GaugeBarProps) {
  const share = Math.min(100, Math.ceil((value / limit) * 100))
  return (
    <>
      <meter
        aria-label={label}
        min={0}
        max={limit}
        value={Math.min(value, limit)}
        className="sr-only"
      />
      <span
        aria-hidden
        className="block h-1.5 overflow-hidden rounded-full bg-sunken forced-color-adjust-none"
      >
        <span
          className={classNames(
            'block h-full rounded-full',
            isNear ? 'bg-amber' : 'bg-accent-fill',
          )}
          style={{ width: `${share}%` }}
        />
      </span>
    </>
  )
}
