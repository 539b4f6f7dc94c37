import { createCallerFactory, router } from '../trpc.ts'
import { alertRouter } from './alert.ts'
import { alertGroupRouter } from './alert-group.ts'
import { auditRouter } from './audit.ts'
import { channelRouter } from './channel.ts'
import { clusterRouter } from './cluster.ts'
import { deliveryRouter } from './delivery.ts'
import { departmentRouter } from './department.ts'
import { hostRouter } from './host.ts'
import { levelRuleRouter } from './level-rule.ts'
import { liveRouter } from './live.ts'
import { meRouter } from './me.ts'
import { parameterRouter } from './parameter.ts'
import { peopleRouter } from './people.ts'
import { policyRouter } from './policy.ts'
import { projectRouter } from './project.ts'
import { signInRouter } from './sign-in.ts'
import { silenceRouter } from './silence.ts'
import { sourceRouter } from './source.ts'
import { subscriptionRouter } from './subscription.ts'
import { systemRouter } from './system.ts'
import { templateRouter } from './template.ts'
import { tokenRouter } from './token.ts'
import { userRouter } from './user.ts'

export const appRouter = router({
  project: projectRouter,
  alert: alertRouter,
  policy: policyRouter,
  levelRule: levelRuleRouter,
  channel: channelRouter,
  cluster: clusterRouter,
  alertGroup: alertGroupRouter,
  template: templateRouter,
  subscription: subscriptionRouter,
  delivery: deliveryRouter,
  audit: auditRouter,
  token: tokenRouter,
  signIn: signInRouter,
  silence: silenceRouter,
  source: sourceRouter,
  host: hostRouter,
  system: systemRouter,
  parameter: parameterRouter,
  people: peopleRouter,
  department: departmentRouter,
  user: userRouter,
  me: meRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
