import type { Locale } from '@highwater/core'
import { type AlertEvent, alertEvents, alertEventTitles } from '@highwater/core/alert'
import enAccess from '../text/en/access.json'
import enAccount from '../text/en/account.json'
import enAlerts from '../text/en/alerts.json'
import enAudit from '../text/en/audit.json'
import enBacktest from '../text/en/backtest.json'
import enChannelKinds from '../text/en/channelKinds.json'
import enChannels from '../text/en/channels.json'
import enClusters from '../text/en/clusters.json'
import enCommon from '../text/en/common.json'
import enDeliveries from '../text/en/deliveries.json'
import enErrors from '../text/en/errors.json'
import enFrame from '../text/en/frame.json'
import enHelp from '../text/en/help.json'
import enHosts from '../text/en/hosts.json'
import enLevelRules from '../text/en/level-rules.json'
import enNow from '../text/en/now.json'
import enParameters from '../text/en/parameters.json'
import enPeople from '../text/en/people.json'
import enProjectLife from '../text/en/projectLife.json'
import enProjects from '../text/en/projects.json'
import enSettings from '../text/en/settings.json'
import enSignIn from '../text/en/sign-in.json'
import enSignInSettings from '../text/en/sign-in-settings.json'
import enSilences from '../text/en/silences.json'
import enSubscriptions from '../text/en/subscriptions.json'
import enSystem from '../text/en/system.json'
import enTemplates from '../text/en/templates.json'
import zhAccess from '../text/zh-CN/access.json'
import zhAccount from '../text/zh-CN/account.json'
import zhAlerts from '../text/zh-CN/alerts.json'
import zhAudit from '../text/zh-CN/audit.json'
import zhBacktest from '../text/zh-CN/backtest.json'
import zhChannelKinds from '../text/zh-CN/channelKinds.json'
import zhChannels from '../text/zh-CN/channels.json'
import zhClusters from '../text/zh-CN/clusters.json'
import zhCommon from '../text/zh-CN/common.json'
import zhDeliveries from '../text/zh-CN/deliveries.json'
import zhErrors from '../text/zh-CN/errors.json'
import zhFrame from '../text/zh-CN/frame.json'
import zhHelp from '../text/zh-CN/help.json'
import zhHosts from '../text/zh-CN/hosts.json'
import zhLevelRules from '../text/zh-CN/level-rules.json'
import zhNow from '../text/zh-CN/now.json'
import zhParameters from '../text/zh-CN/parameters.json'
import zhPeople from '../text/zh-CN/people.json'
import zhProjectLife from '../text/zh-CN/projectLife.json'
import zhProjects from '../text/zh-CN/projects.json'
import zhSettings from '../text/zh-CN/settings.json'
import zhSignIn from '../text/zh-CN/sign-in.json'
import zhSignInSettings from '../text/zh-CN/sign-in-settings.json'
import zhSilences from '../text/zh-CN/silences.json'
import zhSubscriptions from '../text/zh-CN/subscriptions.json'
import zhSystem from '../text/zh-CN/system.json'
import zhTemplates from '../text/zh-CN/templates.json'

/** The names of events stand in the one table of events. */
const titlesIn = (locale: Locale) =>
  Object.fromEntries(
    alertEvents.map((event) => [event, alertEventTitles[event][locale]]),
  ) as Record<AlertEvent, string>

const english = {
  common: { ...enCommon, alertEvent: titlesIn('en') },
  frame: enFrame,
  signIn: enSignIn,
  signInSettings: enSignInSettings,
  hosts: enHosts,
  help: enHelp,
  now: enNow,
  people: enPeople,
  projectLife: enProjectLife,
  projects: enProjects,
  alerts: enAlerts,
  settings: enSettings,
  backtest: enBacktest,
  levelRules: enLevelRules,
  channelKinds: enChannelKinds,
  channels: enChannels,
  clusters: enClusters,
  deliveries: enDeliveries,
  audit: enAudit,
  silences: enSilences,
  subscriptions: enSubscriptions,
  system: enSystem,
  templates: enTemplates,
  parameters: enParameters,
  access: enAccess,
  account: enAccount,
  errors: enErrors,
}

const chinese: typeof english = {
  common: { ...zhCommon, alertEvent: titlesIn('zh-CN') },
  frame: zhFrame,
  signIn: zhSignIn,
  signInSettings: zhSignInSettings,
  hosts: zhHosts,
  help: zhHelp,
  now: zhNow,
  people: zhPeople,
  projectLife: zhProjectLife,
  projects: zhProjects,
  alerts: zhAlerts,
  settings: zhSettings,
  backtest: zhBacktest,
  levelRules: zhLevelRules,
  channelKinds: zhChannelKinds,
  channels: zhChannels,
  clusters: zhClusters,
  deliveries: zhDeliveries,
  audit: zhAudit,
  silences: zhSilences,
  subscriptions: zhSubscriptions,
  system: zhSystem,
  templates: zhTemplates,
  parameters: zhParameters,
  access: zhAccess,
  account: zhAccount,
  errors: zhErrors,
}

/** All texts, area by area: the nesting of the text files is the nesting of the keys. */
export type Messages = typeof english
export type TextArea = keyof Messages

/** The texts of one language. */
export function messagesOf(locale: Locale): Messages {
  switch (locale) {
    case 'en':
      return english
    case 'zh-CN':
      return chinese
  }
}
