import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Output } from '../../client.ts'
import { PersonLink } from '../../components/PersonLink.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { When } from '../../components/When.tsx'
import { amount } from '../../format.ts'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Outcome = Output<'list-outcomes'>['outcomes'][number]

const words = ({ kind, from }: Outcome): string =>
  t('outcomes.oneFrom', { kind: t(`outcomes.kind.${kind}`), name: from?.name ?? t('plan.someone') })

/** What was recorded, newest first; removed in place, with a way back. */
export const OutcomeTable = ({ outcomes }: { readonly outcomes: readonly Outcome[] }) => {
  const remove = useChanging('remove-outcome')
  const undo = useChanging('undo-entry')
  const removeIt = (outcome: Outcome): void =>
    remove.mutate(
      { id: outcome.id },
      {
        onError: tellError,
        onSuccess: () =>
          tellUndo(t('outcomes.removed', { outcome: words(outcome) }), () =>
            undo.mutate({ kind: 'outcome', id: outcome.id }, { onError: tellError }),
          ),
      },
    )
  return (
    <ScrollX label={t('outcomes.list')}>
      <table className="facts-table numbers">
        <thead>
          <tr>
            <th scope="col">{t('outcomes.what')}</th>
            <th scope="col">{t('outcomes.from')}</th>
            <th scope="col">{t('outcomes.via')}</th>
            <th scope="col">{t('outcomes.value')}</th>
            <th scope="col">{t('outcomes.when')}</th>
            <th scope="col">{t('outcomes.note')}</th>
            <td aria-label={t('common.remove')} />
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome.id}>
              <th scope="row">{t(`outcomes.kind.${outcome.kind}`)}</th>
              <td>
                <PersonLink of={outcome.from} />
              </td>
              <td>{outcome.via && <PersonLink of={outcome.via} />}</td>
              <td>{outcome.value === null ? '' : amount(outcome.value)}</td>
              <td>
                <When at={outcome.at} />
              </td>
              <td>{outcome.note}</td>
              <td className="end no-print">
                <Tooltip label={t('common.remove')}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('outcomes.removeOne', { outcome: words(outcome) })}
                    onClick={() => removeIt(outcome)}
                  >
                    <IconTrash size={17} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
