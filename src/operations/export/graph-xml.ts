import type { Context } from '../operation.ts'
import { type ExportedPerson, exportedPeople } from './exported-people.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** What XML 1.0 has no place for (W3C, §2.2): control characters but tab and line breaks, and halves of pairs. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu

const xml = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>"']/g, (mark) => entities[mark] ?? '')

type Attribute = readonly [
  name: string,
  type: 'string' | 'double',
  value: (person: ExportedPerson) => string | number | null,
]

const attributes: readonly Attribute[] = [
  ['label', 'string', (p) => p.name],
  ['organisation', 'string', (p) => p.organisation],
  ['title', 'string', (p) => p.title],
  ['closeness', 'double', (p) => p.closeness],
  ['trust', 'double', (p) => p.trust],
  ['calibre', 'double', (p) => p.calibre],
  ['worth', 'double', (p) => p.worth],
]

const ME = 'me'

type Edge = { readonly source: string; readonly target: string; readonly weight: number }

/** Ties of the owner, weighted by closeness, and who of the contacts seeks whom, weighted 1. */
async function edgesOf(context: Context, people: readonly ExportedPerson[]): Promise<Edge[]> {
  const known = new Set<number>(people.map(({ personId }) => personId))
  const ties = people.map(({ personId, closeness }): Edge => ({
    source: ME,
    target: `p${personId}`,
    weight: closeness,
  }))
  const { scoredAt } = await context.store.owner(context.owner)
  const { from, to } = await context.store.attention(scoredAt ?? context.now())
  const among: Edge[] = []
  for (const [i, source] of from.entries()) {
    const target = to[i] ?? -1
    if (known.has(source) && known.has(target))
      among.push({ source: `p${source}`, target: `p${target}`, weight: 1 })
  }
  return [...ties, ...among]
}

/** The network as GraphML (graphml.graphdrawing.org): you, everybody you know, and the ties. */
export async function* graphMl(context: Context): AsyncGenerator<string> {
  const people = await exportedPeople(context)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  for (const [name, type] of attributes)
    yield `  <key id="${name}" for="node" attr.name="${name}" attr.type="${type}"/>\n`
  yield '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n'
  yield `  <graph edgedefault="directed">\n    <node id="${ME}"><data key="label">Me</data></node>\n`
  for (const person of people) {
    const data = attributes.flatMap(([name, , valueOf]) => {
      const value = valueOf(person)
      return value === null ? [] : [`<data key="${name}">${xml(String(value))}</data>`]
    })
    yield `    <node id="p${person.personId}">${data.join('')}</node>\n`
  }
  for (const { source, target, weight } of await edgesOf(context, people))
    yield `    <edge source="${source}" target="${target}"><data key="weight">${weight}</data></edge>\n`
  yield '  </graph>\n</graphml>\n'
}

/** The same as GEXF 1.3 (gexf.net), which Gephi opens. */
export async function* gexf(context: Context): AsyncGenerator<string> {
  const people = await exportedPeople(context)
  const shown = attributes.slice(1)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
  yield '  <graph mode="static" defaultedgetype="directed">\n    <attributes class="node">\n'
  for (const [name, type] of shown) yield `      <attribute id="${name}" title="${name}" type="${type}"/>\n`
  yield `    </attributes>\n    <nodes>\n      <node id="${ME}" label="Me"/>\n`
  for (const person of people) {
    const values = shown.flatMap(([name, , valueOf]) => {
      const value = valueOf(person)
      return value === null ? [] : [`<attvalue for="${name}" value="${xml(String(value))}"/>`]
    })
    yield `      <node id="p${person.personId}" label="${xml(person.name)}"><attvalues>${values.join('')}</attvalues></node>\n`
  }
  yield '    </nodes>\n    <edges>\n'
  for (const [id, { source, target, weight }] of (await edgesOf(context, people)).entries())
    yield `      <edge id="${id}" source="${source}" target="${target}" weight="${weight}"/>\n`
  yield '    </edges>\n  </graph>\n</gexf>\n'
}
