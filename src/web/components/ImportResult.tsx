import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportReport } from '../client.ts'
import { ScrollX } from './ScrollX.tsx'
import { count, duration, plural } from '../format.ts'

/** The last part of a path: what the user knows the file by. */
const nameOf = (path: string): string =>
  path.replace(/^.*kith-drops-[^/\\]*[/\\][\w-]+[/\\]?/, '') || 'everything'

/** Files listed before one asks for the rest; a mailbox may have hundreds. */
const filesShown = 10

/** Places shown of one file before the rest is summed up. */
const placesShown = 20

/** What an import brought, file by file, with every place that could not be read. */
export const ImportResult = ({ report }: { readonly report: ImportReport }) => {
  const { totals, files } = report
  const [all, setAll] = useState(false)
  const troubled = files.filter(({ problems, skipped }) => problems.length > 0 || skipped > 0)
  return (
    <Stack className="surface" p="lg" gap="md" component="section" aria-label="Import result">
      <div>
        <Text fw={600} component="output" display="block">
          {totals.newInteractions === 0 && totals.newPeople === 0
            ? 'Nothing new: kith knew all of this.'
            : `${plural(totals.newInteractions, 'new interaction')} with ${plural(totals.people, 'person', 'people')}, ${count(totals.newPeople)} of them new.`}
        </Text>
        <Text size="sm" c="dimmed">
          Read in {duration(report.seconds)}.{' '}
          {totals.skipped === 0
            ? 'Nothing was skipped.'
            : `${plural(totals.skipped, 'record')} could not be read and ${totals.skipped === 1 ? 'was' : 'were'} skipped.`}
        </Text>
      </div>
      <ScrollX label="Files read">
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Read as</th>
              <th scope="col">Read</th>
              <th scope="col">New</th>
              <th scope="col" className="end">
                Skipped
              </th>
            </tr>
          </thead>
          <tbody>
            {files.slice(0, all ? files.length : filesShown).map((file) => (
              <tr key={file.path}>
                <td>{nameOf(file.path)}</td>
                <td>{file.source ?? 'not recognised'}</td>
                <td>{count(file.read)}</td>
                <td>{count(file.new)}</td>
                <td className="end">{count(file.skipped)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {!all && files.length > filesShown && (
        <div>
          <Button variant="default" size="xs" onClick={() => setAll(true)}>
            Show all {plural(files.length, 'file')}
          </Button>
        </div>
      )}
      {troubled.length > 0 && (
        <details className="more">
          <summary>What was skipped, and why</summary>
          <Stack gap="sm" mt="xs">
            {troubled.map((file) => (
              <div key={file.path}>
                <Text size="sm" fw={550}>
                  {nameOf(file.path)}
                </Text>
                <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
                  {file.problems.slice(0, placesShown).map(({ where, reason }) => (
                    <li key={`${where}${reason}`}>
                      <Text size="sm">
                        {where}: {reason}
                      </Text>
                    </li>
                  ))}
                </ul>
                {file.skipped > Math.min(placesShown, file.problems.length) && (
                  <Text size="sm" c="dimmed">
                    And {count(file.skipped - Math.min(placesShown, file.problems.length))} more; the history
                    of imports lists them.
                  </Text>
                )}
              </div>
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  )
}
