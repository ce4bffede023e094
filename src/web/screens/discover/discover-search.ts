/** The parts of the discover screen. */
export const discoverTabs = ['meet', 'introductions', 'structure'] as const

/** What the address of the discover screen may hold; left out where it is the usual. */
export type DiscoverSearch = { readonly tab?: (typeof discoverTabs)[number] }

export const readDiscoverSearch = (search: Readonly<Record<string, unknown>>): DiscoverSearch => {
  const tab = discoverTabs.find((one) => one === search['tab'])
  return tab === undefined || tab === 'meet' ? {} : { tab }
}
