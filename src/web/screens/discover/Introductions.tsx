import { ActionIcon, Button, NativeSelect, Skeleton, Text, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type Output, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Introduction = Output<'list-introductions'>['introductions'][number]
const states = ['asked', 'made', 'declined', 'met'] as const satisfies readonly Introduction['state'][]

/** The introductions asked for, and what became of each. */
export const Introductions = () => {
  const list = useReading('list-introductions', {})
  const set = useChanging('set-introduction')
  const remove = useChanging('remove-introduction')
  const ask = useChanging('ask-introduction')
  if (list.isPending) return <Skeleton height={200} radius="lg" />
  if (list.isError)
    return <ErrorNotice sentence={sentenceOf(list.error)} onRetry={() => void list.refetch()} />
  if (list.data.introductions.length === 0)
    return (
      <EmptyNotice
        title={t('discover.introductions.none')}
        action={
          <Button component={Link} to="/discover" size="sm" variant="default">
            {t('discover.tabs.meet')}
          </Button>
        }
      >
        {list.data.text}
      </EmptyNotice>
    )
  const forget = ({ id, to, via, note }: Introduction): void =>
    remove.mutate(
      { id },
      {
        onError: tellError,
        onSuccess: () =>
          tellUndo(t('discover.forgotten', { to: to.name, via: via.name }), () =>
            ask.mutate(
              { to: String(to.id), via: String(via.id), ...(note === null ? {} : { note }) },
              { onError: tellError },
            ),
          ),
      },
    )
  return (
    <Section title={t('discover.introductions.title')}>
      <Text size="sm">{list.data.text}</Text>
      <ScrollX label={t('discover.introductions.title')}>
        <table className="facts-table">
          <thead>
            <tr>
              <th scope="col">{t('discover.introductions.to')}</th>
              <th scope="col">{t('discover.introductions.via')}</th>
              <th scope="col">{t('discover.introductions.asked')}</th>
              <th scope="col">{t('discover.introductions.state')}</th>
              <td aria-label={t('common.remove')} />
            </tr>
          </thead>
          <tbody>
            {list.data.introductions.map((introduction) => {
              const { id, to, via, state, askedAt } = introduction
              const names = { to: to.name, via: via.name }
              return (
                <tr key={id}>
                  <th scope="row">
                    <PersonLink of={to} />
                  </th>
                  <td>
                    <PersonLink of={via} />
                  </td>
                  <td>
                    <When at={askedAt} />
                  </td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('discover.introductions.stateOf', names)}
                      value={state}
                      data={states.map((value) => ({
                        value,
                        label: t(`discover.introductions.states.${value}`),
                      }))}
                      onChange={({ currentTarget: { value } }) =>
                        set.mutate(
                          { id, state: states.find((one) => one === value) ?? state },
                          { onError: tellError },
                        )
                      }
                    />
                  </td>
                  <td className="end">
                    <Tooltip label={t('common.remove')}>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={t('discover.introductions.remove', names)}
                        onClick={() => forget(introduction)}
                      >
                        <IconTrash size={17} stroke={1.7} />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollX>
    </Section>
  )
}
