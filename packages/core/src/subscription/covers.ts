import type { AlertSubject } from '../notify/news.ts'
import type { Named, Subscription, SubscriptionScope } from './subscription.ts'

const namesTag = (tags: readonly string[], subject: AlertSubject): boolean =>
  tags.some((tag) => subject.tags.includes(tag))

const namesProject = (projects: Named['projects'], { project }: AlertSubject): boolean =>
  project !== null && projects.includes(project)

const isExcepted = (except: Named, subject: AlertSubject): boolean =>
  except.events.includes(subject.event) ||
  except.departments.includes(subject.department) ||
  namesTag(except.tags, subject) ||
  namesProject(except.projects, subject)

/** Every kind that names something must fit; of one kind a single fit is enough. */
function fits(scope: SubscriptionScope, subject: AlertSubject): boolean {
  const { events, departments, tags, projects } = scope
  return (
    (events.length === 0 || events.includes(subject.event)) &&
    (departments.length === 0 || departments.includes(subject.department)) &&
    (tags.length === 0 || namesTag(tags, subject)) &&
    (projects.length === 0 || namesProject(projects, subject))
  )
}

/** Whether a subscription is about this alert, whatever its level. */
export const covers = (
  { department, scope }: Pick<Subscription, 'department' | 'scope'>,
  subject: AlertSubject,
): boolean =>
  (department === null || department === subject.department) &&
  fits(scope, subject) &&
  !isExcepted(scope.except, subject)
