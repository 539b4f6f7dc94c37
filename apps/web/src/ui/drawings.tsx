'use client'

import { type ProtectionLevel, protectionLevels } from '@highwater/core/policy'
import { Ellipsis } from 'lucide-react'
import { type Meaning, meaningLooks, meanings } from './meaning.ts'

export type DrawingName = `meaning-${Meaning}` | `level-${ProtectionLevel}` | 'more'

const bars: Readonly<Record<ProtectionLevel, number>> = { high: 3, medium: 2, low: 1, none: 0 }

function Shield({ level }: { readonly level: ProtectionLevel }) {
  return (
    <>
      <path
        d="M8 1.2 13.8 3.100v4.700c0 3.3-2.3 5.8-5.8 7-3.5-1.2-5.8-3.7-5.8-7V3.100Z"
        className={
          level === 'none'
            ? 'fill-transparent stroke-control [stroke-dasharray:2_1.6]'
            : 'fill-accent-soft stroke-accent'
        }
        strokeWidth="1.2"
      />
      {[0, 1, 2].slice(0, bars[level]).map((bar) => (
        <rect
          key={bar}
          x={(4.6 + bar * 2.5).toFixed(1)}
          y={(9.2 - bar * 1.9).toFixed(1)}
          width="1.8"
          height={(2 + bar * 1.9).toFixed(1)}
          rx="0.5"
          className="fill-accent"
        />
      ))}
    </>
  )
}

/** What rows draw again and again, once on each page; a row only names it. */
export function Drawings() {
  return (
    <svg aria-hidden className="absolute size-0">
      {meanings.map((meaning) => {
        const Icon = meaningLooks[meaning].icon
        return (
          <symbol key={meaning} id={`meaning-${meaning}`} viewBox="0 0 24 24">
            <Icon />
          </symbol>
        )
      })}
      {protectionLevels.map((level) => (
        <symbol key={level} id={`level-${level}`} viewBox="0 0 16 16">
          <Shield level={level} />
        </symbol>
      ))}
      <symbol id="more" viewBox="0 0 24 24">
        <Ellipsis />
      </symbol>
    </svg>
  )
}

/** One of the page's drawings, without words: what it means stands beside it. */
export function Drawing({ name }: { readonly name: DrawingName }) {
  return (
    <svg aria-hidden className="drawing">
      <use href={`#${name}`} />
    </svg>
  )
}
