import './structure.css'
import { Anchor, Group, Skeleton, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type Output, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { StudyNote } from '../../components/StudyNote.tsx'
import { count, decimal, percentOrUnknown, significant } from '../../format.ts'
import { useStudied } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Found = Output<'get-structure'>

type FigureProps = { readonly label: string; readonly value: string; readonly note?: string }

const Figure = ({ label, value, note }: FigureProps) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text fz={22} fw={600} className="numbers">
      {value}
      {note !== undefined && (
        <Text span size="sm" c="dimmed" fw={400}>
          {' '}
          {note}
        </Text>
      )}
    </Text>
  </div>
)

/** On a large network the constraint itself is near 0 whatever its contacts do: what it is beside the least says more. */
const constraintOf = ({ constraint, floor }: Found['overlap']): Omit<FigureProps, 'label'> =>
  constraint === null || floor === null
    ? { value: t('common.unknown') }
    : {
        value: significant(constraint, 2),
        note: t('discover.structure.timesLeast', { times: decimal(constraint / floor, 1) }),
      }

const Groups = ({ groups }: { readonly groups: Found['groups'] }) => (
  <ScrollX label={t('discover.structure.groups')}>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col">{t('discover.structure.group')}</th>
          <th scope="col">{t('discover.structure.people')}</th>
          <th scope="col">{t('discover.structure.known')}</th>
          <th scope="col">{t('discover.structure.calibre')}</th>
          <th scope="col">{t('discover.structure.connects')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <th scope="row">
              {group.name}
              {group.soleConnector !== null && (
                <Text size="xs" c="dimmed">
                  {group.text}
                </Text>
              )}
            </th>
            <td>{count(group.size)}</td>
            <td>{count(group.known)}</td>
            <td>{percentOrUnknown(group.calibre)}</td>
            <td>
              {group.connectors.slice(0, 3).map((person, at) => (
                <span key={person.id}>
                  {at > 0 && ', '}
                  <PersonLink of={person} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollX>
)

/** Groups in the network, who connects the user to them, and how much contacts overlap. */
export const Structure = () => {
  const structure = useStudied('get-structure', {})
  if (structure.isPending) return <Skeleton height={300} radius="lg" />
  if (structure.isError)
    return <ErrorNotice sentence={sentenceOf(structure.error)} onRetry={() => void structure.refetch()} />
  const { state, text, overlap, groups, bridges } = structure.data
  if (state === 'studying') return <StudyNote of={structure.data} />
  if (state !== 'ok') return <EmptyNotice title={t('discover.nothingTitle')}>{text}</EmptyNotice>
  return (
    <Stack gap="lg">
      <StudyNote of={structure.data} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        <Anchor component={Link} to="/map" size="sm" underline="always">
          {t('discover.structure.openMap')}
        </Anchor>
      </Group>
      <Section title={t('discover.structure.overlap')}>
        <Text size="sm">{overlap.text}</Text>
        <Group gap="xl">
          <Figure label={t('discover.structure.contacts')} value={count(overlap.contacts)} />
          <Figure
            label={t('discover.structure.effective')}
            value={overlap.effectiveSize === null ? t('common.unknown') : decimal(overlap.effectiveSize, 0)}
          />
          <Figure label={t('discover.structure.constraint')} {...constraintOf(overlap)} />
        </Group>
      </Section>
      <Section title={t('discover.structure.groups')}>
        <Groups groups={groups} />
      </Section>
      <Section title={t('discover.structure.openers')}>
        <Text size="sm" c="dimmed">
          {bridges.length === 0 ? t('discover.structure.noOpeners') : t('discover.structure.openersText')}
        </Text>
        {bridges.length > 0 && (
          <ul className="openers numbers">
            {bridges.map((bridge) => (
              <li key={bridge.id}>
                <Text size="sm" fw={550}>
                  <PersonLink of={bridge} />
                </Text>
                <Text size="xs" c="dimmed">
                  {t('discover.structure.opens', { count: bridge.people })}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Stack>
  )
}
