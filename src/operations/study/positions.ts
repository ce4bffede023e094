import type { Context } from '../operation.ts'
import type { TellShare } from '../share-told.ts'
import type { KeptPositions } from './kept.ts'
import { keptPart } from './kept.ts'
import { layOut } from './layout.ts'
import { inside } from './ties-inside.ts'

/** Where everybody of the kept structure stands on the map; goes on from where they stood before. */
export async function studyPositions(context: Context, tell: TellShare): Promise<KeptPositions> {
  tell(0, 'laying out the map')
  const nodes = await keptPart(context, 'nodes')
  const ties = await keptPart(context, 'ties')
  if (nodes === null || ties === null) return { person: [], x: [], y: [] }
  const before = await keptPart(context, 'positions')
  const placeBefore = new Map(before?.person.map((person, i) => [person, i]))
  const { x, y } = await layOut(
    inside(ties, nodes.person),
    Int32Array.from(nodes.group),
    (node) => {
      const place = placeBefore.get(nodes.person[node]!)
      return place === undefined ? null : { x: before!.x[place]!, y: before!.y[place]! }
    },
    context.signal,
    tell,
  )
  return { person: nodes.person, x: [...x], y: [...y] }
}
