import './scores.css'
import { Accordion, Text, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PersonDetail } from '../../client.ts'
import { Share } from '../../components/Share.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { When } from '../../components/When.tsx'
import { percent, points, sentence, unbroken } from '../../format.ts'

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

/** What raises and what lowers closeness, with bars to either side of the middle. */
const ClosenessParts = ({ person }: { readonly person: PersonDetail }) => {
  const most = Math.max(0.01, ...person.closenessParts.map(({ contribution }) => Math.abs(contribution)))
  return (
    <>
      <Text size="sm" mb="xs">
        The chance of an exchange in both directions, or a meeting, in the next 30 days. Bars to the right
        raise it, bars to the left lower it; the numbers are log-odds and add up.
      </Text>
      <table className="facts-table numbers">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="score-bar-column">
              <VisuallyHidden>Effect as a bar</VisuallyHidden>
            </th>
            <th scope="col" className="end">
              Effect
            </th>
          </tr>
        </thead>
        <tbody>
          {person.closenessParts.map(({ feature, text, value, contribution }) => (
            <tr key={feature}>
              <td>
                {text}
                {value !== null && <span className="score-detail"> ({Number(value.toPrecision(3))})</span>}
              </td>
              <td aria-hidden>
                <span className="score-bar">
                  <span
                    style={{
                      [contribution < 0 ? 'right' : 'left']: '50%',
                      width: `${(Math.abs(contribution) / most) * 50}%`,
                      background: contribution < 0 ? 'var(--kith-mark)' : 'var(--kith-accent)',
                    }}
                  />
                </span>
              </td>
              <td className="end">{signed(contribution)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const CalibreEvidence = ({ person }: { readonly person: PersonDetail }) => (
  <>
    <Text size="sm" mb="xs">
      {person.calibreText}
    </Text>
    {person.calibreEvidence.length === 0 ? (
      <Text size="sm" c="dimmed">
        There is no evidence yet. A LinkedIn export tells titles and endorsements.
      </Text>
    ) : (
      <ScrollX label="Evidence of calibre">
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">Evidence</th>
              <th scope="col">Points to</th>
              <th scope="col">Weight</th>
              <th scope="col">Source</th>
              <th scope="col" className="end">
                When
              </th>
            </tr>
          </thead>
          <tbody>
            {person.calibreEvidence.map((evidence) => (
              <tr key={`${evidence.kind}${evidence.text}${evidence.at}`}>
                <td>{sentence(evidence.text)}</td>
                <td>{percent(evidence.level)}</td>
                <td>{evidence.weight.toFixed(2)}</td>
                <td>{evidence.source}</td>
                <td className="end">
                  <When at={evidence.at} none="undated" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    )}
  </>
)

const Score = ({
  id,
  title,
  meaning,
  figure,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly meaning: string
  readonly figure: ReactNode
  readonly children: ReactNode
}) => (
  <Accordion.Item value={id} bg="var(--kith-surface)">
    <Accordion.Control>
      <span className="score-control">
        <span>
          <Text span fw={600}>
            {title}
          </Text>
          <Text span size="sm" c="dimmed" className="score-meaning">
            {meaning}
          </Text>
        </span>
        <Text span fz={20} fw={600} className="numbers score-figure">
          {figure}
        </Text>
      </span>
    </Accordion.Control>
    <Accordion.Panel>{children}</Accordion.Panel>
  </Accordion.Item>
)

/** The four scores, each opening into what it rests on. */
export const Scores = ({ person }: { readonly person: PersonDetail }) => (
  <section aria-label="Scores and their evidence">
    <Accordion multiple variant="contained" radius="lg" order={2} keepMounted={false}>
      <Score
        id="closeness"
        title="Closeness"
        meaning="how alive the tie is"
        figure={<Share value={person.closeness} />}
      >
        <ClosenessParts person={person} />
      </Score>
      <Score
        id="trust"
        title="Trust"
        meaning="how well you know each other"
        figure={<Share value={person.trust} />}
      >
        <Text size="sm">{person.trustText}</Text>
      </Score>
      <Score
        id="calibre"
        title="Calibre"
        meaning="influence in your field"
        figure={<Share value={person.calibre} />}
      >
        <CalibreEvidence person={person} />
      </Score>
      <Score
        id="worth"
        title="Worth"
        meaning="what this tie adds to your goals"
        figure={points(person.worth)}
      >
        <Text size="sm">{unbroken(person.worthText)}</Text>
      </Score>
    </Accordion>
  </section>
)
