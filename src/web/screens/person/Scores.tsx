import './scores.css'
import { Accordion, Text, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PersonDetail } from '../../client.ts'
import { Share } from '../../components/Share.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { When } from '../../components/When.tsx'
import { decimal, percent, points, sentence, significant, unbroken } from '../../format.ts'
import { OwnRating } from './OwnRating.tsx'
import { t } from '../../texts/texts.ts'

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${decimal(Math.abs(value), 2)}`

/** What raises and what lowers closeness, with bars to either side of the middle. */
const ClosenessParts = ({ person }: { readonly person: PersonDetail }) => {
  const most = Math.max(0.01, ...person.closenessParts.map(({ contribution }) => Math.abs(contribution)))
  return (
    <>
      <Text size="sm" mb="xs">
        {t('person.scores.closenessText')}
      </Text>
      <table className="facts-table numbers">
        <thead>
          <tr>
            <th scope="col">{t('person.scores.what')}</th>
            <th scope="col" className="score-bar-column">
              <VisuallyHidden>{t('person.scores.bar')}</VisuallyHidden>
            </th>
            <th scope="col" className="end">
              {t('person.scores.effect')}
            </th>
          </tr>
        </thead>
        <tbody>
          {person.closenessParts.map(({ feature, text, value, contribution }) => (
            <tr key={feature}>
              <td>
                {text}
                {value !== null && <span className="score-detail"> ({significant(value, 3)})</span>}
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
        {t('person.scores.noEvidence')}
      </Text>
    ) : (
      <ScrollX label={t('person.scores.evidenceLabel')}>
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">{t('person.scores.evidence')}</th>
              <th scope="col">{t('person.scores.level')}</th>
              <th scope="col">{t('person.scores.weight')}</th>
              <th scope="col">{t('person.facts.source')}</th>
              <th scope="col" className="end">
                {t('person.facts.when')}
              </th>
            </tr>
          </thead>
          <tbody>
            {person.calibreEvidence.map((evidence) => (
              <tr key={`${evidence.kind}${evidence.text}${evidence.at}`}>
                <td>{sentence(evidence.text)}</td>
                <td>{percent(evidence.level)}</td>
                <td>{decimal(evidence.weight, 2)}</td>
                <td>{evidence.source}</td>
                <td className="end">
                  <When at={evidence.at} none={t('common.undated')} />
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
  <section aria-label={t('person.scores.label')}>
    <Accordion multiple variant="contained" radius="lg" order={2} keepMounted={false}>
      <Score
        id="closeness"
        title={t('words.closeness')}
        meaning={t('person.scores.closeness')}
        figure={<Share value={person.closeness} />}
      >
        <ClosenessParts person={person} />
      </Score>
      <Score
        id="trust"
        title={t('words.trust')}
        meaning={t('person.scores.trust')}
        figure={<Share value={person.trust} />}
      >
        <Text size="sm">{person.trustText}</Text>
      </Score>
      <Score
        id="calibre"
        title={t('words.calibre')}
        meaning={t('person.scores.calibre')}
        figure={<Share value={person.calibre} />}
      >
        <CalibreEvidence person={person} />
        <OwnRating key={person.id} person={person} />
      </Score>
      <Score
        id="worth"
        title={t('words.worth')}
        meaning={t('person.scores.worth')}
        figure={points(person.worth)}
      >
        <Text size="sm">{unbroken(person.worthText)}</Text>
      </Score>
    </Accordion>
  </section>
)
