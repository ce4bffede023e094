/** How a refusal is shown, by its code; the detail is what kith says of this very case. */
export const errors = {
  usage: '{{detail}}',
  'invalid-input': '{{detail}}',
  'not-found': '{{detail}}',
  conflict: '{{detail}}',
  'nothing-readable': '{{detail}}',
  unreadable: '{{detail}}',
  database: '{{detail}}',
  unauthorised: '{{detail}}',
  forbidden: '{{detail}}',
  interrupted: '{{detail}}',
  unsupported: '{{detail}}',
  internal: '{{detail}}',
} as const
