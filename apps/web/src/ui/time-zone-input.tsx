'use client'

import { type ComponentProps, useId, useState } from 'react'
import { TextInput } from './text-input.tsx'

/** The name of a time zone, typed or chosen. */
export function TimeZoneInput(props: Omit<ComponentProps<'input'>, 'type' | 'list'>) {
  const list = useId()
  // Listed by the browser once they are wanted: it knows other zones than the server.
  const [zones, setZones] = useState<readonly string[]>([])
  return (
    <>
      <TextInput
        {...props}
        list={list}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setZones(Intl.supportedValuesOf('timeZone'))}
      />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
