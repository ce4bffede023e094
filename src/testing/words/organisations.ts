/** Word pairs that make company names; their domains end in `.example`, which nobody can register (RFC 2606). */
export const firstWords: readonly string[] =
  'Alder Amber Anchor Arbour Aspen Basalt Beacon Birch Blue Bramble Bright Cedar Clear Cobalt Copper Coral Crescent Delta Drift Eastern Ember Fern Flint Gable Glen Granite Harbour Hazel Heron High Indigo Iron Ivory Juniper Kestrel Lantern Lark Linden Lumen Maple Meadow Merid Mica Moor Nimbus Noble North Oak Ochre Opal Orchard Osprey Pebble Pine Plover Quarry Quartz Quill Raven Reed River Rowan Saffron Sage Sail Sand Shale Silver Slate South Spruce Stone Swift Tern Thistle Timber Umber Vale Verdant Violet Walnut Water Western Willow Wren Yarrow Zephyr'.split(
    ' ',
  )
export const secondWords: readonly string[] =
  'bank bay bourne bridge brook cross dale edge fall field ford gate grove haven head hill house light mark mere mill moor path peak point port reach ridge shore side spring stead stream vale view ward wick wood works'.split(
    ' ',
  )

/** What an organisation does: its industry, the word after its name, and how near it is to the owner's field. */
export type Trade = {
  readonly industry: string
  readonly suffixes: readonly string[]
  /** Share of its people who work in the owner's field, and in a neighbouring one. */
  readonly inField: number
  readonly near: number
}

export const trades: readonly Trade[] = [
  {
    industry: 'Marketing and Advertising',
    suffixes: ['Marketing', 'Media', 'Studio', 'Communications'],
    inField: 0.75,
    near: 0.2,
  },
  {
    industry: 'Management Consulting',
    suffixes: ['Advisory', 'Partners', 'Consulting'],
    inField: 0.4,
    near: 0.4,
  },
  {
    industry: 'Computer Software',
    suffixes: ['Labs', 'Software', 'Systems', 'Cloud'],
    inField: 0.35,
    near: 0.25,
  },
  {
    industry: 'Industrial Machinery',
    suffixes: ['Machines', 'Engineering', 'Robotics'],
    inField: 0.35,
    near: 0.15,
  },
  { industry: 'Logistics', suffixes: ['Freight', 'Logistics', 'Transport'], inField: 0.3, near: 0.2 },
  { industry: 'Financial Services', suffixes: ['Capital', 'Finance', 'Payments'], inField: 0.25, near: 0.25 },
  { industry: 'Medical Devices', suffixes: ['Medical', 'Diagnostics', 'Health'], inField: 0.3, near: 0.2 },
  { industry: 'Renewable Energy', suffixes: ['Energy', 'Solar', 'Grid'], inField: 0.3, near: 0.2 },
  { industry: 'Higher Education', suffixes: ['College', 'Institute', 'Academy'], inField: 0.1, near: 0.3 },
  { industry: 'Publishing', suffixes: ['Press', 'Publishing', 'Review'], inField: 0.35, near: 0.4 },
  { industry: 'Events', suffixes: ['Events', 'Expo', 'Forum'], inField: 0.5, near: 0.3 },
  { industry: 'Legal Services', suffixes: ['Legal', 'Chambers'], inField: 0.05, near: 0.15 },
]

export const places: readonly string[] = [
  'London',
  'Manchester',
  'Leeds',
  'Bristol',
  'Edinburgh',
  'Dublin',
  'Berlin',
  'Hamburg',
  'Munich',
  'Vienna',
  'Zurich',
  'Paris',
  'Lyon',
  'Brussels',
  'Amsterdam',
  'Madrid',
  'Barcelona',
  'Lisbon',
  'Milan',
  'Copenhagen',
  'Stockholm',
  'Oslo',
  'Warsaw',
  'Athens',
  'Istanbul',
  'Dubai',
  'Mumbai',
  'Singapore',
  'Lagos',
  'Nairobi',
  'Toronto',
  'New York',
]

/** Names and subjects of newsletters; `#` stands for the number of the issue. */
export const newsletters: readonly { readonly name: string; readonly subject: string }[] = [
  { name: 'The Pipeline Weekly', subject: 'Issue #: what moved the pipeline this week' },
  { name: 'Field Notes on Demand', subject: 'Field notes #' },
  { name: 'Signal and Brand', subject: 'Signal and Brand, number #' },
  { name: 'Tradefair Calendar', subject: 'Tradefair calendar, edition #' },
  { name: 'The Quiet Funnel', subject: 'The Quiet Funnel #' },
  { name: 'Category Digest', subject: 'Category digest #: five things to read' },
  { name: 'Small Firm Finance', subject: 'Small Firm Finance #' },
  { name: 'Design Post', subject: 'Design Post #' },
  { name: 'Morning Ledger', subject: 'Morning Ledger: edition #' },
  { name: 'Sales Craft', subject: 'Sales Craft #: one technique, one story' },
  { name: 'City Theatre Guide', subject: 'On stage: guide #' },
  { name: 'Garden Letter', subject: 'Garden letter #' },
]

/** Machines and shared desks: the local part, the name shown, and a subject; `#` is a running number. */
export const roleSenders: readonly {
  readonly local: string
  readonly name: string
  readonly subject: string
}[] = [
  { local: 'no-reply', name: 'Account notifications', subject: 'Your weekly summary (#)' },
  { local: 'invoices', name: 'Invoicing', subject: 'Invoice # is ready' },
  { local: 'noreply', name: 'Booking service', subject: 'Booking confirmation #' },
  { local: 'notifications', name: 'Project board', subject: 'You have updates on your board (#)' },
  { local: 'support', name: 'Customer support', subject: 'Your request # was updated' },
  { local: 'billing', name: 'Billing', subject: 'Receipt #' },
]
