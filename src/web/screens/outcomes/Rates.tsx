import { Badge, Group, Skeleton, Stack, Text } from '@mantine/core'
import { CalibrationPlot } from '../../charts/CalibrationPlot.tsx'
import { ExpectedPlot } from '../../charts/ExpectedPlot.tsx'
import { type Output, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { count, decimal, finePercent, percent, shortDate, unbroken } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Rate = Output<'outcome-rates'>['rates'][number]

const Windows = ({ rate }: { readonly rate: Rate }) => {
  const label = t('outcomes.rates.windows', { kind: t(`words.goalName.${rate.kind}`) })
  return (
    <div>
      <ExpectedPlot windows={rate.windows} label={label} />
      <details className="more">
        <summary>{t('common.showAsTable')}</summary>
        <ScrollX label={label}>
          <table className="facts-table numbers">
            <thead>
              <tr>
                <th scope="col">{t('outcomes.rates.to')}</th>
                <th scope="col">{t('outcomes.rates.expected')}</th>
                <th scope="col">{t('outcomes.rates.range')}</th>
                <th scope="col" className="end">
                  {t('outcomes.rates.happened')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rate.windows.map(({ end, expected, low, high, happened }) => (
                <tr key={end}>
                  <th scope="row">{shortDate(end)}</th>
                  <td>{decimal(expected, 1)}</td>
                  <td>{t('outcomes.rates.rangeText', { low: decimal(low, 1), high: decimal(high, 1) })}</td>
                  <td className="end">{count(happened)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      </details>
    </div>
  )
}

const Calibration = ({ rate }: { readonly rate: Rate }) => {
  const label = t('outcomes.rates.calibration', { kind: t(`words.goalName.${rate.kind}`) })
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t('outcomes.rates.calibrationText')}
      </Text>
      <CalibrationPlot bins={rate.bins} label={label} />
      <details className="more">
        <summary>{t('common.showAsTable')}</summary>
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">{t('outcomes.rates.said')}</th>
              <th scope="col">{t('outcomes.rates.happened')}</th>
              <th scope="col" className="end">
                {t('outcomes.rates.people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rate.bins.map(({ said, happened, count: contacts }) => (
              <tr key={`${said} ${happened}`}>
                <td>{percent(said)}</td>
                <td>{percent(happened)}</td>
                <td className="end">{count(contacts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

const One = ({ rate }: { readonly rate: Rate }) => (
  <Stack component="li" gap={6}>
    <Group gap="xs">
      <Text fw={550}>{t(`words.goalName.${rate.kind}`)}</Text>
      <Badge variant="default" tt="none" fw={500}>
        {rate.learned ? t('outcomes.rates.learned') : t('outcomes.rates.assumed')}
      </Badge>
      <Text size="sm" c="dimmed" className="numbers">
        {t('outcomes.rates.base', { rate: finePercent(rate.baseRate) })}
        {rate.low !== null &&
          rate.high !== null &&
          `, ${t('outcomes.rates.between', { low: finePercent(rate.low), high: finePercent(rate.high) })}`}
      </Text>
    </Group>
    <Text size="sm">{unbroken(rate.text)}</Text>
    {rate.windows.length > 0 && <Windows rate={rate} />}
    {rate.bins.length > 0 && <Calibration rate={rate} />}
  </Stack>
)

/** Kinds of which nothing was recorded yet, with what kith takes for granted until then. */
const Assumed = ({ rates }: { readonly rates: readonly Rate[] }) => (
  <>
    <Text size="sm" c="dimmed">
      {t('outcomes.rates.assumedText')}
    </Text>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col">{t('outcomes.what')}</th>
          <th scope="col" className="end">
            {t('outcomes.rates.assumedRate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ kind, baseRate }) => (
          <tr key={kind}>
            <th scope="row">{t(`words.goalName.${kind}`)}</th>
            <td className="end">{finePercent(baseRate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)

/** How often contacts bring what is hoped for: assumed or learned, expected and happened. */
export const Rates = () => {
  const rates = useReading('outcome-rates', {})
  if (rates.isPending) return <Skeleton height={240} radius="lg" />
  if (rates.isError)
    return <ErrorNotice sentence={sentenceOf(rates.error)} onRetry={() => void rates.refetch()} />
  // What there is most to say of comes first.
  const ordered = rates.data.rates.toSorted((a, b) => b.outcomes - a.outcomes)
  const seen = ordered.filter(({ outcomes }) => outcomes > 0)
  const assumed = ordered.filter(({ outcomes }) => outcomes === 0)
  return (
    <Section title={t('outcomes.rates.title')}>
      {seen.length > 0 && (
        <ul className="quiet-list">
          {seen.map((rate) => (
            <One key={rate.kind} rate={rate} />
          ))}
        </ul>
      )}
      {assumed.length > 0 && <Assumed rates={assumed} />}
    </Section>
  )
}
