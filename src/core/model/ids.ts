/** A number that only one kind of row may use as its key. */
type Id<Name extends string> = number & { readonly __id: Name }

export type PersonId = Id<'person'>
export type IdentityId = Id<'identity'>
export type InteractionId = Id<'interaction'>
export type OwnerId = Id<'owner'>
export type GoalId = Id<'goal'>
export type IntroductionId = Id<'introduction'>
export type ImportId = Id<'import'>
export type TokenId = Id<'token'>
export type EntryId = Id<'entry'>
export type AccountId = Id<'account'>

/** What names a number as the id of one kind, where it comes from a store or the outside; each checks nothing. */
export const personId = (raw: number): PersonId => raw as PersonId
export const identityId = (raw: number): IdentityId => raw as IdentityId
export const interactionId = (raw: number): InteractionId => raw as InteractionId
export const ownerId = (raw: number): OwnerId => raw as OwnerId
export const goalId = (raw: number): GoalId => raw as GoalId
export const entryId = (raw: number): EntryId => raw as EntryId
export const introductionId = (raw: number): IntroductionId => raw as IntroductionId
export const importId = (raw: number): ImportId => raw as ImportId
export const tokenId = (raw: number): TokenId => raw as TokenId
export const accountId = (raw: number): AccountId => raw as AccountId

/** The owner of a store that serves one person. */
export const SOLE_OWNER = ownerId(1)
