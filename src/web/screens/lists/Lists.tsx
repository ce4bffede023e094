import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type Contact, type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { count } from '../../format.ts'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Proposal = Output<'review-lists'>['proposals'][number]

/** Lists that name people, and the names of which the user has to say who is meant. */
export const Lists = () => {
  useDocumentTitle(`${t('calibre.lists.title')} · kith`)
  const found = useReading('review-lists', {})
  return (
    <Stack gap="lg">
      <Title>{t('calibre.lists.title')}</Title>
      <Text maw={720}>{t('calibre.lists.text')}</Text>
      {found.isPending && <Skeleton height={240} radius="lg" />}
      {found.isError && (
        <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isSuccess &&
        (found.data.lists.length === 0 ? (
          <Text>
            {t('calibre.lists.none')}{' '}
            <Anchor component={Link} to="/import" underline="always">
              {t('calibre.lists.import')}
            </Anchor>
          </Text>
        ) : (
          <>
            <Title order={2}>{t('calibre.lists.review')}</Title>
            {found.data.proposals.length === 0 && <Text>{t('calibre.lists.nothing')}</Text>}
            {found.data.proposals.map((proposal) => (
              <Review key={proposal.entry} proposal={proposal} />
            ))}
            <Imported lists={found.data.lists} />
          </>
        ))}
    </Stack>
  )
}

const Review = ({ proposal }: { readonly proposal: Proposal }) => {
  const match = useChanging('match-listing')
  const refuse = useChanging('refuse-listing')
  const undecide = useChanging('undecide-listing')
  const { entry } = proposal
  const decide = (way: 'match' | 'refuse', { id, name }: Contact): void => {
    const change = way === 'match' ? match : refuse
    // The row goes with the decision: the way back must not hang on it.
    change
      .mutateAsync({ entry, id })
      .then(
        () =>
          tellUndo(
            way === 'match' ? t('calibre.lists.matched', { name }) : t('calibre.lists.refused', { name }),
            () => void undecide.mutateAsync({ entry, id }).catch(tellError),
          ),
        tellError,
      )
  }
  return (
    <Stack className="surface" p="md" gap="sm" component="section" aria-label={proposal.name}>
      <Text fw={600}>
        {t('calibre.lists.line', {
          name: proposal.name,
          list: `${proposal.list}${proposal.year === null ? '' : ` (${proposal.year})`}`,
        })}
      </Text>
      {proposal.people.map((person) => (
        <Group key={person.id} justify="space-between" gap="sm">
          <Text size="sm">
            <PersonLink of={person} />
            {[person.title, person.organisation]
              .filter((part) => part !== null)
              .map((part) => `, ${part}`)
              .join('')}
          </Text>
          <Group gap="xs">
            <Button size="compact-sm" onClick={() => decide('match', person)} loading={match.isPending}>
              {t('calibre.lists.match')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => decide('refuse', person)}
              loading={refuse.isPending}
            >
              {t('calibre.lists.refuse')}
            </Button>
          </Group>
        </Group>
      ))}
    </Stack>
  )
}

const Imported = ({ lists }: Pick<Output<'review-lists'>, 'lists'>) => (
  // Three narrow columns fit a narrow screen as they are.
  <table className="facts-table numbers">
    <thead>
      <tr>
        <th scope="col">{t('calibre.lists.list')}</th>
        <th scope="col" className="end">
          {t('calibre.lists.lines')}
        </th>
        <th scope="col" className="end">
          {t('calibre.lists.people')}
        </th>
      </tr>
    </thead>
    <tbody>
      {lists.map((each) => (
        <tr key={each.list}>
          <th scope="row">{each.list}</th>
          <td className="end">{count(each.entries)}</td>
          <td className="end">{count(each.people)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
