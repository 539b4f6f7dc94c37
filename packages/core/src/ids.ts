/** A string that names one thing of one sort; the brand keeps an alert's id out of a project's place. */
export type Id<Name extends string> = string & { readonly __id: Name }

export type AlertId = Id<'alert'>
export type AlertGroupId = Id<'alert-group'>
export type AuditEventId = Id<'audit-event'>
export type ChannelId = Id<'channel'>
export type ChannelTestId = Id<'channel-test'>
export type DepartmentId = Id<'department'>
export type DigestId = Id<'digest'>
export type HostId = Id<'host'>
export type MessageTemplateId = Id<'message-template'>
export type NotificationId = Id<'notification'>
export type OcpClusterId = Id<'ocp-cluster'>
export type ProjectId = Id<'project'>
export type SessionId = Id<'session'>
export type SignInProviderId = Id<'sign-in-provider'>
export type SilenceId = Id<'silence'>
export type SourceId = Id<'source'>
export type SubscriptionId = Id<'subscription'>
export type TokenId = Id<'token'>
export type UserId = Id<'user'>
export type WorkerId = Id<'worker'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Ids are UUIDs on the wire; anything else can be refused before the database is asked. */
export const isId = (text: string): boolean => UUID.test(text)
