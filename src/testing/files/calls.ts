import { ownerAddress } from '../records.ts'
import type { SyntheticNetwork } from '../model.ts'
import { addressAt, OWNER } from '../model.ts'
import { csvRows } from './csv.ts'
import type { ExportFile } from './export-file.ts'

/** The owner's call log as a generic events file. */
export function callsFile(network: SyntheticNetwork): ExportFile {
  const rows = network.exchanges
    .filter(({ channel }) => channel === 'call')
    .map((exchange) => {
      const address = (who: number): string =>
        who === OWNER ? ownerAddress(network, exchange) : addressAt(network.contacts[who]!, exchange.at)!
      const at = new Date(exchange.at).toISOString()
      return [
        at,
        address(exchange.from),
        exchange.to.map(address).join(';'),
        'call',
        exchange.key,
        exchange.subject,
      ]
    })
  const text = csvRows(['at,from,to,channel,id,subject'.split(','), ...rows])
  return { path: 'events.csv', text, records: rows.length }
}
