/** Whether somebody switched a source off. @param sourceId as below */
export const isSourceOff = (sourceId: string): string =>
  `exists (select from source s where s.id = ${sourceId} and not s.enabled)`

/**
 * Whether nothing comes from a source for reasons of its own: it is down, also where somebody closed the
 * alert about that, or it is switched off. The silence of its projects then says nothing about them.
 * @param sourceId the column of the project, as the statement names it
 */
export const isSourceUnheard = (sourceId: string): string => `(${sourceId} is not null and (
  exists (select from alert down where down.source_id = ${sourceId} and down.event = 'source_down'
    and down.closed_at is null and down.state <> 'recovering')
  or ${isSourceOff(sourceId)}
  or exists (select from alert known where known.source_id = ${sourceId}
    and known.event = 'source_down' and known.dismissed_until is not null)))`
