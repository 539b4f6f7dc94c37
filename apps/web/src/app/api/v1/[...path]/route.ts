import { offerApi } from '~/server/front-door/pass-signals.ts'
import { createDispatcher } from '~/server/rest/dispatch.ts'
import { operations } from '~/server/rest/operations/index.ts'
import { services } from '~/server/services.ts'

const dispatch = createDispatcher(operations)
const handle = (request: Request) => dispatch(request, services())

offerApi((request, body) => dispatch(request, services(), body))

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
