import { AppError } from '@highwater/core'
import { type DenialReason, denialTexts, type ResourceFacts } from '@highwater/core/permissions'

/** What the permission table and the audit must know of the thing that is acted on. */
export interface Resource extends ResourceFacts {
  readonly subject?: Subject
}

/** The thing itself, as the audit names it. */
export interface Subject {
  readonly id: string
  readonly name: string
}

/** A refusal by the permission table. It rolls everything back and is then audited by itself. */
export class Refused extends AppError {
  readonly because: DenialReason
  readonly resource: Resource

  constructor(because: DenialReason, resource: Resource) {
    super('forbidden', denialTexts[because].en)
    this.because = because
    this.resource = resource
  }
}
