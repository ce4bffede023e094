import { Anchor, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
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

/** Organisations shown at once. */

/** Where the user knows somebody, with a search. */
export const Organisations = () => {
  useDocumentTitle(`${t('calibre.organisations.title')} · kith`)
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 200)
  const found = useReading('list-organisations', { search, limit: firstAsked.organisations })
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
      {found.isSuccess && <Table {...found.data} searching={search !== ''} />}
    </Stack>
  )
}

const Table = ({
  organisations,
  total,
  searching,
}: Output<'list-organisations'> & { readonly searching: boolean }) =>
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
    <>
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
      <Text size="sm" c="dimmed">
        {t('calibre.organisations.shown', { shown: organisations.length, total })}
      </Text>
    </>
  )
