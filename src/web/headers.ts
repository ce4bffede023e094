import type { Language } from './texts/language.ts'

/** Which data the app works with: the user's own, or the sample network of invented people. */
export type Workspace = 'own' | 'sample'

export const workspaceKey = 'kith.workspace'

/** The workspace in use; kept in the browser. */
export const currentWorkspace = (): Workspace =>
  localStorage.getItem(workspaceKey) === 'sample' ? 'sample' : 'own'

/** What a question to kith says of itself: that it comes from the page, whose data it is about, and in which language. */
export const headersFor = (workspace: Workspace, language: Language): Record<string, string> => ({
  'x-kith': '1',
  'accept-language': language,
  ...(workspace === 'sample' ? { 'x-kith-workspace': 'sample' } : {}),
})
