import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { type ImportRow, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { When } from '../../components/When.tsx'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { type Undone, UndoImport, UndoneNotice } from './UndoImport.tsx'

const skippedShown = 200

const SkippedList = ({ id, total }: { readonly id: number; readonly total: number }) => {
  const skipped = useReading('list-skipped', { id, limit: skippedShown })
  if (skipped.isPending) return <Skeleton height={60} mt="xs" />
  if (skipped.isError)
    return <ErrorNotice sentence={sentenceOf(skipped.error)} onRetry={() => void skipped.refetch()} />
  const more = total - skipped.data.skipped.length
  return (
    <>
      <ul style={{ margin: '6px 0', paddingInlineStart: 20 }}>
        {skipped.data.skipped.map(({ where, reason }) => (
          <li key={`${where}${reason}`}>
            <Text size="sm">
              {where}: {reason}
            </Text>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('imports.history.andMore', { count: more })}
        </Text>
      )}
    </>
  )
}

const Row = ({
  row,
  files,
  onUndone,
}: {
  readonly row: ImportRow
  readonly files: number
  readonly onUndone: (result: Undone) => void
}) => {
  const [open, setOpen] = useState(false)
  const sample = row.source === 'sample'
  const name = sample ? t('imports.history.sample') : row.path.split(/[/\\]/).at(-1) || row.path
  return (
    <Stack className="surface" p="md" gap={4} component="li">
      <Text fw={550} title={row.path}>
        {name}
      </Text>
      <Text size="sm" c="dimmed">
        {sample ? '' : `${row.source}, `}
        <When at={row.startedAt} />
        {row.state === 'done' ? '' : `, ${t(`imports.history.state.${row.state}`)}`}
      </Text>
      <Text size="sm" className="numbers">
        {t('imports.history.figures', { read: row.read, new: row.new, skipped: row.skipped })}
      </Text>
      <Group gap="xs">
        {row.skipped > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            aria-label={
              open
                ? t('imports.history.hideSkippedOf', { file: name })
                : t('imports.history.showSkippedOf', { file: name })
            }
            onClick={() => setOpen(!open)}
          >
            {open ? t('imports.history.hideSkipped') : t('imports.history.showSkipped')}
          </Button>
        )}
        <UndoImport row={row} name={name} files={files} onUndone={onUndone} />
      </Group>
      {open && <SkippedList id={row.id} total={row.skipped} />}
    </Stack>
  )
}

const shownAtFirst = 8

/** Every import there was, with counts and what was skipped. */
export const History = () => {
  const imports = useReading('list-imports', { limit: 100 })
  const [all, setAll] = useState(false)
  const [undone, setUndone] = useState<Undone | null>(null)
  const rows = imports.data?.imports ?? []
  return (
    <Stack gap="sm" component="section" aria-label={t('imports.history.label')}>
      <Title order={2}>{t('imports.history.title')}</Title>
      {imports.isPending && <Skeleton height={90} radius="lg" />}
      {imports.isError && (
        <ErrorNotice sentence={sentenceOf(imports.error)} onRetry={() => void imports.refetch()} />
      )}
      {undone !== null && <UndoneNotice result={undone} />}
      {imports.isSuccess && rows.length === 0 && (
        <EmptyNotice title={t('imports.history.none')}>{t('imports.history.noneText')}</EmptyNotice>
      )}
      {rows.length > 0 && (
        <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {rows.slice(0, all ? rows.length : shownAtFirst).map((row) => (
            <Row
              key={row.id}
              row={row}
              files={row.run === null ? 1 : rows.filter(({ run }) => run === row.run).length}
              onUndone={setUndone}
            />
          ))}
        </Stack>
      )}
      {!all && rows.length > shownAtFirst && (
        <div>
          <Button variant="default" size="sm" onClick={() => setAll(true)}>
            {t('imports.history.showAll', { count: rows.length })}
          </Button>
        </div>
      )}
    </Stack>
  )
}
