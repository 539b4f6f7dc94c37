import { type Aggregation, aggregationDimensions, aggregationWindow } from '@highwater/core/notify'
import { useTranslations } from 'next-intl'
import { Checkbox } from '~/ui/checkbox.tsx'
import { DurationInput } from '~/ui/duration-input.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Switch } from '~/ui/switch.tsx'
import { TextInput } from '~/ui/text-input.tsx'

export interface ChannelFlow {
  readonly aggregation: Aggregation | null
  readonly monthlyQuota: number | null
}

interface FlowFieldsProps {
  readonly flow: ChannelFlow
  readonly errors: Readonly<Record<string, string>>
}

/** How much a channel is sent: alike alerts in one message, and what its provider takes in a month. */
export function FlowFields({ flow: { aggregation, monthlyQuota }, errors }: FlowFieldsProps) {
  const t = useTranslations('channels.flow')
  const chosen = aggregation?.groupBy ?? ['event', 'level']
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-4">
        <Switch
          name="aggregate"
          value="yes"
          label={t('aggregate')}
          description={t('aggregateHelp')}
          defaultChecked={aggregation !== null}
        />
        <Field
          label={t('window')}
          help={t('windowHelp')}
          error={errors['aggregation.windowSeconds'] && t('windowFault')}
          path="aggregation.windowSeconds"
        >
          {(control) => (
            <DurationInput
              {...control}
              name="aggregationWindow"
              defaultSeconds={aggregation?.windowSeconds ?? aggregationWindow.default}
            />
          )}
        </Field>
        <Field label={t('groupBy')} error={errors['aggregation.groupBy']}>
          {(control) => (
            <fieldset {...control} className="grid grid-cols-2 gap-2 sm:grid-cols-3">
              {aggregationDimensions.map((dimension) => (
                <Checkbox
                  key={dimension}
                  name="groupBy"
                  value={dimension}
                  label={t(`dimension.${dimension}`)}
                  defaultChecked={chosen.includes(dimension)}
                />
              ))}
            </fieldset>
          )}
        </Field>
        <Field label={t('quota')} help={t('quotaHelp')} error={errors.monthlyQuota}>
          {(control) => (
            <TextInput
              {...control}
              name="monthlyQuota"
              inputMode="numeric"
              defaultValue={monthlyQuota ?? ''}
            />
          )}
        </Field>
      </div>
    </Panel>
  )
}
