import { ownRobotKinds } from '@highwater/channels/catalog'
import type { PersonItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Panel } from '~/ui/panel.tsx'
import { ContactForm } from './contact-form.tsx'
import { OwnRobotForm } from './own-robot-form.tsx'

interface PersonContactsProps {
  readonly person: PersonItem
  readonly isOwn: boolean
  readonly isMailCarried: boolean
}

/** Everything by which alerts reach a person, and chats call them. */
export function PersonContacts({ person, isOwn, isMailCarried }: PersonContactsProps) {
  const t = useTranslations('people.robot')
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      <ContactForm
        key={person.version}
        person={person}
        isOwn={isOwn}
        isMailCarried={isMailCarried}
      />
      <Panel title={t('title')} description={t('help')}>
        <div className="flex flex-col gap-4">
          {ownRobotKinds.map((kind) => {
            const robot = person.robots.find((each) => each.kind === kind)
            return (
              <OwnRobotForm
                key={`${kind} ${robot === undefined}`}
                person={person.id}
                kind={kind}
                robot={robot}
              />
            )
          })}
        </div>
      </Panel>
    </div>
  )
}
