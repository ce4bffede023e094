import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportReport } from '../client.ts'
import { ScrollX } from './ScrollX.tsx'
import { count, duration } from '../format.ts'
import { t } from '../texts/texts.ts'

/** The last part of a path: what the user knows the file by. */
const nameOf = (path: string): string =>
  path.replace(/^.*kith-drops-[^/\\]*[/\\][\w-]+[/\\]?/, '') || t('imports.result.everything')

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
    <Stack className="surface" p="lg" gap="md" component="section" aria-label={t('imports.result.label')}>
      <div>
        <Text fw={600} component="output" display="block">
          {totals.newInteractions === 0 && totals.newPeople === 0
            ? t('imports.result.nothingNew')
            : t('imports.result.newOnes', {
                interactions: t('imports.result.interactions', { count: totals.newInteractions }),
                people: t('common.people', { count: totals.people }),
                newPeople: totals.newPeople,
              })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('imports.result.readIn', { time: duration(report.seconds) })}{' '}
          {totals.skipped === 0
            ? t('imports.result.nothingSkipped')
            : t('imports.result.skipped', { count: totals.skipped })}
        </Text>
      </div>
      <ScrollX label={t('imports.result.table')}>
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">{t('imports.result.file')}</th>
              <th scope="col">{t('imports.result.readAs')}</th>
              <th scope="col">{t('imports.result.read')}</th>
              <th scope="col">{t('imports.result.new')}</th>
              <th scope="col" className="end">
                {t('imports.result.skippedHead')}
              </th>
            </tr>
          </thead>
          <tbody>
            {files.slice(0, all ? files.length : filesShown).map((file) => (
              <tr key={file.path}>
                <td>{nameOf(file.path)}</td>
                <td>{file.source ?? t('imports.result.notRecognised')}</td>
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
            {t('imports.result.showAll', { count: files.length })}
          </Button>
        </div>
      )}
      {troubled.length > 0 && (
        <details className="more">
          <summary>{t('imports.result.why')}</summary>
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
                    {t('imports.result.andMore', {
                      count: file.skipped - Math.min(placesShown, file.problems.length),
                    })}
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
