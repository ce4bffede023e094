import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle, useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { type Question, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { percent } from '../../format.ts'
import { tell, tellError, tellUndo } from '../../notify.tsx'
import { firstAsked } from '../../first-asked.ts'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { AcceptMany } from './AcceptMany.tsx'
import { EditList } from './EditList.tsx'
import { Evidence } from './Evidence.tsx'
import { Sides } from './Sides.tsx'

/** Pairs that wait at the side of the one that is shown. */

const keyOf = ({ first, second }: Question): string => `${first.id} ${second.id}`

/** People who may be one: side by side, with what speaks for it, decided by keys or buttons. */
export const Review = () => {
  useDocumentTitle(`${t('review.title')} · kith`)
  const questions = useReading('list-questions', { limit: firstAsked.questions })
  const merge = useChanging('merge-people')
  const apart = useChanging('tell-apart')
  const accept = useChanging('accept-questions')
  const undo = useChanging('undo-edit')
  const [at, setAt] = useState(0)
  /** Edits made on this screen, the last one last; `u` takes them back one by one. */
  const made = useRef<number[]>([])
  const list = questions.data?.questions ?? []
  const index = Math.min(at, Math.max(0, list.length - 1))
  const shown = list[index]
  const working = merge.isPending || apart.isPending || accept.isPending || undo.isPending

  /** Takes the note of the last decision off the screen. */
  const hideNote = useRef<() => void>(undefined)
  const takeBack = (edit: number): void => {
    hideNote.current?.()
    made.current = made.current.filter((one) => one !== edit)
    undo.mutate({ edit }, { onError: tellError })
  }
  const decided = (edit: number, text: string): void => {
    made.current.push(edit)
    // One at a time: whoever decides fast would have a queue of notes otherwise.
    hideNote.current?.()
    hideNote.current = tellUndo(text, () => takeBack(edit))
  }
  const decide = (same: boolean): void => {
    if (shown === undefined || working) return
    const names = { first: shown.first.name, second: shown.second.name }
    const [who, other] = [String(shown.first.id), String(shown.second.id)]
    if (same)
      merge.mutate(
        { who, with: other },
        { onSuccess: ({ edit }) => decided(edit, t('review.merged', names)), onError: tellError },
      )
    else
      apart.mutate(
        { who, from: other },
        { onSuccess: ({ edit }) => decided(edit, t('review.apart', names)), onError: tellError },
      )
  }
  /** `u` pressed while a decision is still on its way: it is taken back as soon as it has arrived. */
  const wantsBack = useRef(false)
  useEffect(() => {
    const last = made.current.at(-1)
    if (working || !wantsBack.current || last === undefined) return
    wantsBack.current = false
    takeBack(last)
  })
  useHotkeys([
    ['j', () => setAt(Math.min(index + 1, list.length - 1))],
    ['k', () => setAt(Math.max(index - 1, 0))],
    ['m', () => decide(true)],
    ['n', () => decide(false)],
    [
      'u',
      () => {
        const last = made.current.at(-1)
        if (working) wantsBack.current = true
        else if (last !== undefined) takeBack(last)
      },
    ],
  ])

  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title>{t('review.title')}</Title>
        <Text c="dimmed">{t('review.intro')}</Text>
      </Stack>
      {questions.isPending && <Skeleton height={320} radius="lg" />}
      {questions.isError && (
        <ErrorNotice sentence={sentenceOf(questions.error)} onRetry={() => void questions.refetch()} />
      )}
      {questions.isSuccess && shown === undefined && (
        <EmptyNotice title={t('review.none')}>{t('review.noneText')}</EmptyNotice>
      )}
      {questions.isSuccess && shown !== undefined && (
        <>
          <Group justify="space-between">
            <Text className="numbers" component="output">
              {t('review.left', { count: questions.data.total })}
            </Text>
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {t('review.keys')}
            </Text>
          </Group>
          <Stack
            key={keyOf(shown)}
            className="surface"
            p={{ base: 'md', sm: 'lg' }}
            gap="md"
            component="article"
            aria-label={t('review.pair', {
              first: shown.first.name,
              second: shown.second.name,
              share: percent(shown.probability),
            })}
          >
            <Title order={2}>{t('review.sure', { share: percent(shown.probability) })}</Title>
            <Sides question={shown} />
            <Evidence parts={shown.parts} />
            <Group>
              <Button disabled={working} onClick={() => decide(true)}>
                {t('review.same')}
              </Button>
              <Button disabled={working} variant="default" onClick={() => decide(false)}>
                {t('review.notSame')}
              </Button>
            </Group>
          </Stack>
          <AcceptMany
            working={accept.isPending}
            onAccept={(above) =>
              accept.mutate(
                { above },
                {
                  onSuccess: ({ merged, edits }) => {
                    made.current.push(...edits)
                    tell(t('review.accepted', { count: merged }))
                  },
                  onError: tellError,
                },
              )
            }
          />
        </>
      )}
      <EditList onUndo={takeBack} working={working} />
    </Stack>
  )
}
