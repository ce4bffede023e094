import { Stack, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Backtest } from '../../client.ts'
import { CalibrationChart } from '../../charts/CalibrationChart.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { count, decimal, percent, shortDate } from '../../format.ts'
import { t } from '../../texts/texts.ts'

const figure = (value: number | null): string => (value === null ? '–' : decimal(value, 3))
const share = (value: number | null): string => (value === null ? '–' : `${decimal(value * 100, 1)}\u00A0%`)

const Section = ({
  title,
  why,
  children,
}: {
  readonly title: string
  readonly why?: string
  readonly children: ReactNode
}) => (
  <Stack className="surface" p="lg" gap="sm" component="section" aria-label={title}>
    <Title order={2}>{title}</Title>
    {why !== undefined && <Text c="dimmed">{why}</Text>}
    {children}
  </Stack>
)

const Rows = ({
  label,
  head,
  body,
}: {
  readonly label: string
  readonly head: readonly string[]
  readonly body: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}) => {
  const table = (
    <Table>
      <Table.Thead>
        <Table.Tr>
          {head.map((cell, column) => (
            <Table.Th key={cell} ta={column === 0 ? 'left' : 'right'}>
              {cell}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {body.map(({ key, cells }) => (
          <Table.Tr key={key}>
            {cells.map((cell, column) => (
              <Table.Td key={head[column]} ta={column === 0 ? 'left' : 'right'}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
  // Three columns fit a narrow screen as they are.
  return head.length > 3 ? <ScrollX label={label}>{table}</ScrollX> : table
}

/** What came out on the user's own past. */
export const OwnFigures = ({ result }: { readonly result: Backtest }) => {
  const [inUse, , ...others] = result.methods
  const better = others.filter(
    (method) => method.auc !== null && inUse?.auc != null && method.auc > inUse.auc,
  )
  return (
    <>
      <Stack className="surface" p="lg" gap={6}>
        <Text size="lg" fw={600}>
          {t('backtest.headline', { share: percent(inUse?.auc ?? 0) })}
        </Text>
        <Text c="dimmed">
          {better.length === 0
            ? t('backtest.ahead')
            : t('backtest.behind', {
                names: better.map((method) => t(`backtest.name.${method.name}`)).join(', '),
              })}
        </Text>
      </Stack>
      <Section title={t('backtest.methods')} why={t('backtest.aucWhy')}>
        <Rows
          label={t('backtest.methods')}
          head={[t('backtest.method'), t('backtest.auc'), t('backtest.brier'), t('backtest.calibration')]}
          body={result.methods.map((method) => ({
            key: method.name,
            cells: [
              t(`backtest.name.${method.name}`),
              share(method.auc),
              figure(method.brier),
              figure(method.calibrationError),
            ],
          }))}
        />
      </Section>
      <Section title={t('backtest.curve')} why={t('backtest.curveWhy')}>
        <CalibrationChart curve={result.curve} />
        <Rows
          label={t('backtest.curve')}
          head={[t('backtest.said'), t('backtest.happened'), t('backtest.cases')]}
          body={result.curve.map((bin) => ({
            key: String(bin.said),
            cells: [percent(bin.said), percent(bin.happened), count(bin.count)],
          }))}
        />
      </Section>
      <Section title={t('backtest.cuts')}>
        <Rows
          label={t('backtest.cuts')}
          head={[t('backtest.cutAt'), t('backtest.contacts'), t('backtest.exchanges'), t('backtest.by')]}
          body={result.cuts.map((cut) => ({
            key: cut.at,
            cells: [
              shortDate(cut.at),
              count(cut.contacts),
              count(cut.exchanges),
              t(`backtest.kind.${cut.model}`),
            ],
          }))}
        />
      </Section>
    </>
  )
}

/** What came out on public data. */
export const ShippedFigures = ({ shipped }: Pick<Backtest, 'shipped'>) => (
  <Section title={t('backtest.shipped')} why={t('backtest.shippedWhy')}>
    <Rows
      label={t('backtest.shipped')}
      head={[
        t('backtest.set'),
        t('backtest.auc'),
        t('backtest.aucLearned'),
        t('backtest.brier'),
        t('backtest.calibration'),
      ]}
      body={shipped.map((row) => ({
        key: row.set,
        cells: [
          t(`backtest.sets.${row.set}`),
          share(row.auc),
          share(row.learnedAuc),
          figure(row.brier),
          figure(row.calibrationError),
        ],
      }))}
    />
  </Section>
)
