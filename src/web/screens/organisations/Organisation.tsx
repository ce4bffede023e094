import { Anchor, Box, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { Link, getRouteApi } from '@tanstack/react-router'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { percent } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const route = getRouteApi('/organisations/$which')

/** One organisation: whom the user knows there, how well, and who has left. */
export const Organisation = () => {
  const { which } = route.useParams()
  const found = useReading('get-organisation', { which })
  useDocumentTitle(`${found.data?.name ?? t('calibre.organisations.title')} · kith`)
  if (found.isPending) return <ScreenSkeleton />
  if (found.isError)
    return (
      <Stack>
        <Title>{t('calibre.organisations.title')}</Title>
        <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
      </Stack>
    )
  const { name, names, domains, people, former, contacts } = found.data
  const others = names.filter((each) => each !== name)
  const further = domains.filter((domain) => domain !== name)
  return (
    <Stack gap="lg" component="article">
      <Anchor component={Link} to="/organisations" size="sm">
        {t('calibre.organisations.back')}
      </Anchor>
      <Stack gap={4} component="header">
        <Title>{name}</Title>
        {further.length > 0 && <Text c="dimmed">{further.join(', ')}</Text>}
        {others.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('calibre.organisations.also', { names: others.join(', ') })}
          </Text>
        )}
      </Stack>
      <Text size="lg">
        {t('calibre.organisations.known', { count: people })}
        {former > 0 && ` ${t('calibre.organisations.left', { count: former })}`}
      </Text>
      {contacts.length > 0 && (
        <Box className="surface" p={{ base: 'md', sm: 'lg' }}>
          <People contacts={contacts} />
        </Box>
      )}
    </Stack>
  )
}

const People = ({ contacts }: Pick<Output<'get-organisation'>, 'contacts'>) => (
  <ScrollX label={t('calibre.organisations.people')}>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col">{t('calibre.organisations.person')}</th>
          <th scope="col">{t('calibre.positions.position')}</th>
          <th scope="col">{t('calibre.organisations.there')}</th>
          <th scope="col" className="end">
            {t('calibre.organisations.calibre')}
          </th>
          <th scope="col" className="end">
            {t('calibre.organisations.closeness')}
          </th>
        </tr>
      </thead>
      <tbody>
        {contacts.map(({ contact, position }) => (
          <tr key={contact.id}>
            <th scope="row">
              <Link to="/people/$who" params={{ who: String(contact.id) }} className="plain-link">
                {contact.name}
              </Link>
            </th>
            <td>{position.title ?? ''}</td>
            <td>{position.current ? t('calibre.positions.now') : t('calibre.positions.formerly')}</td>
            <td className="end">
              {contact.calibre === null ? t('calibre.organisations.unknown') : percent(contact.calibre)}
            </td>
            <td className="end">{percent(contact.closeness)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollX>
)
