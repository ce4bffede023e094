import { Anchor, Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue, useDocumentTitle } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { count, decimal, percent } from '../../format.ts'
import { firstAsked } from '../../first-asked.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** More of them would be a long way to scroll: from there on the search is quicker. */
const most = 1_000

/** Where the user knows somebody, with a search. */
export const Organisations = () => {
  useDocumentTitle(`${t('calibre.organisations.title')} · kith`)
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 200)
  const [limit, setLimit] = useState<number>(firstAsked.organisations)
  const found = useReading('list-organisations', { search, limit }, { keep: true })
  return (
    <Stack gap="lg">
      <Title>{t('calibre.organisations.title')}</Title>
      <Text maw={720}>{t('calibre.organisations.text')}</Text>
      <TextInput
        type="search"
        label={t('calibre.organisations.search')}
        placeholder={t('calibre.organisations.searchLabel')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw={420}
      />
      {found.isPending && <Skeleton height={240} radius="lg" />}
      {found.isError && (
        <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isSuccess && (
        <Table
          {...found.data}
          searching={search !== ''}
          onMore={
            limit < most && found.data.organisations.length < found.data.total
              ? () => setLimit(Math.min(limit + firstAsked.organisations, most))
              : null
          }
          waiting={found.isPlaceholderData}
        />
      )}
    </Stack>
  )
}

const Table = ({
  organisations,
  total,
  searching,
  onMore,
  waiting,
}: Output<'list-organisations'> & {
  readonly searching: boolean
  readonly onMore: (() => void) | null
  readonly waiting: boolean
}) =>
  organisations.length === 0 ? (
    <Text>
      {searching ? (
        t('calibre.organisations.noMatch')
      ) : (
        <>
          {t('calibre.organisations.none')}{' '}
          <Anchor component={Link} to="/import">
            {t('calibre.organisations.import')}
          </Anchor>
        </>
      )}
    </Text>
  ) : (
    <Stack className="surface" p={{ base: 'md', sm: 'lg' }} gap="sm">
      <ScrollX label={t('calibre.organisations.title')}>
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">{t('calibre.organisations.name')}</th>
              <th scope="col" className="end">
                {t('calibre.organisations.people')}
              </th>
              <th scope="col" className="end">
                {t('calibre.organisations.former')}
              </th>
              <th scope="col" className="end">
                {t('calibre.organisations.trust')}
              </th>
              <th scope="col" className="end">
                {t('calibre.organisations.reach')}
              </th>
            </tr>
          </thead>
          <tbody>
            {organisations.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Link to="/organisations/$which" params={{ which: String(each.id) }} className="plain-link">
                    {each.name}
                  </Link>
                </th>
                <td className="end">{count(each.people)}</td>
                <td className="end">{count(each.former)}</td>
                <td className="end">{each.trust === null ? '' : percent(each.trust)}</td>
                <td className="end">{decimal(each.reach, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      <Group justify="space-between">
        <Text size="sm" c="dimmed" component="output">
          {t('calibre.organisations.shown', { shown: count(organisations.length), total: count(total) })}
        </Text>
        {onMore !== null && (
          <Button variant="default" size="xs" loading={waiting} onClick={onMore}>
            {t('calibre.organisations.more')}
          </Button>
        )}
      </Group>
    </Stack>
  )
