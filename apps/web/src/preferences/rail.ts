export const railCookie = 'highwater_rail'

export type RailWidth = 'wide' | 'narrow'

export const railWidthFrom = (value: string | undefined): RailWidth =>
  value === 'narrow' ? 'narrow' : 'wide'
