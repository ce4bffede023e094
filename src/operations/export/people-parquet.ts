import type { Context } from '../operation.ts'
import { exportedPeople } from './exported-people.ts'
import { columns } from './people-csv.ts'

const types = { text: 'STRING', number: 'DOUBLE', whole: 'INT32', time: 'TIMESTAMP' } as const

/** People with their scores as one Parquet file (parquet.apache.org); unknown is null. */
export async function* peopleParquet(context: Context): AsyncGenerator<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const people = await exportedPeople(context)
  const columnData = columns.map(([name, type, cell]) => ({
    name,
    type: types[type],
    nullable: true,
    data: people.map((person) => {
      const value = cell(person)
      return type === 'time' && value !== null ? new Date(value) : value
    }),
  }))
  yield new Uint8Array(parquetWriteBuffer({ columnData }))
}
