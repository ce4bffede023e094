import { Button, Group, Progress as Bar, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Backtest as Result, follow, isCancelled, type Progress, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { t } from '../../texts/texts.ts'
import { OwnFigures, ShippedFigures } from './Figures.tsx'
import { Model } from './Model.tsx'

type State =
  | { readonly at: 'running'; readonly progress: Progress | null }
  | { readonly at: 'stopped' }
  | { readonly at: 'failed'; readonly sentence: string }
  | { readonly at: 'done'; readonly result: Result }

/** Runs the backtest when the screen opens, and stops it when the screen is left. */
const useBacktest = () => {
  const [state, setState] = useState<State>({ at: 'running', progress: null })
  const running = useRef<AbortController | null>(null)
  const look = useCallback(() => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const current = (): boolean => running.current === controller
    follow('backtest', {}, (progress) => current() && setState({ at: 'running', progress }), {
      signal: controller.signal,
    }).then(
      (result) => current() && setState({ at: 'done', result }),
      (error: unknown) =>
        current() &&
        setState(isCancelled(error) ? { at: 'stopped' } : { at: 'failed', sentence: sentenceOf(error) }),
    )
  }, [])
  useEffect(() => {
    look()
    return () => {
      const last = running.current
      running.current = null
      last?.abort()
    }
  }, [look])
  const start = (): void => {
    setState({ at: 'running', progress: null })
    look()
  }
  return { state, start, stop: () => running.current?.abort() }
}

const Running = ({
  progress,
  onStop,
}: {
  readonly progress: Progress | null
  readonly onStop: () => void
}) => (
  <Stack className="surface" p="lg" gap="sm" aria-live="polite">
    <Group justify="space-between">
      <Text fw={600}>{t('backtest.running')}</Text>
      <Button variant="default" size="sm" onClick={onStop}>
        {t('backtest.stop')}
      </Button>
    </Group>
    <Bar
      value={progress?.total ? (100 * progress.done) / progress.total : 3}
      aria-label={t('backtest.running')}
      animated
    />
    {progress?.total != null && (
      <Text c="dimmed" size="sm">
        {t('backtest.step', { done: Math.min(progress.done + 1, progress.total), total: progress.total })}
      </Text>
    )}
  </Stack>
)

/** How well closeness would have foretold the user's own past, and what it is computed by. */
export const Backtest = () => {
  const { state, start, stop } = useBacktest()
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={1}>{t('backtest.title')}</Title>
        <Text c="dimmed">{t('backtest.intro')}</Text>
      </Stack>
      {state.at === 'running' && <Running progress={state.progress} onStop={stop} />}
      {state.at === 'failed' && <ErrorNotice sentence={state.sentence} onRetry={start} />}
      {state.at === 'stopped' && (
        <Group className="surface" p="lg">
          <Text>{t('backtest.stopped')}</Text>
          <Button variant="default" size="sm" onClick={start}>
            {t('backtest.start')}
          </Button>
        </Group>
      )}
      {state.at === 'done' &&
        (state.result.enough ? (
          <OwnFigures result={state.result} />
        ) : (
          <EmptyNotice
            title={t('backtest.tooLittle')}
            action={
              <Button component={Link} to="/import">
                {t('backtest.import')}
              </Button>
            }
          >
            {t('backtest.tooLittleText')}
          </EmptyNotice>
        ))}
      <Model />
      {state.at === 'done' && <ShippedFigures shipped={state.result.shipped} />}
    </Stack>
  )
}
