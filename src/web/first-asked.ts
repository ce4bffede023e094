/** How much of each list a screen asks for at first; its route asks ahead for the same. */
export const firstAsked = { questions: 100, organisations: 200, topics: 50, candidates: 20 } as const

/** As much as the map draws well. */
export const wholeMap = { edges: 100_000, nodes: 20_000 } as const
