import { UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useKeptEdits } from '../outbox.ts'
import { useReachable } from '../reachable.ts'
import { setWorkspace, useWorkspace } from '../workspace.ts'
import { t } from '../texts/texts.ts'

/** What must be seen on every screen: that the people are invented, and that kith does not answer. */
export const Banners = () => {
  const workspace = useWorkspace()
  const reachable = useReachable()
  const kept = useKeptEdits()
  const navigate = useNavigate()
  const useOwnData = (): void => {
    setWorkspace('own')
    // Where there is none yet, the overview leads on to the first run.
    void navigate({ to: '/' })
  }
  return (
    <section className="shell-banners" aria-label={t('shell.notices')}>
      {workspace === 'sample' && (
        <div className="shell-banner">
          <span>{t('shell.sampleNotice')}</span>
          <UnstyledButton onClick={useOwnData}>{t('shell.useOwnData')}</UnstyledButton>
        </div>
      )}
      {!reachable && (
        <output className="shell-banner">
          {t('shell.unreachable')}
          {kept > 0 && ` ${t('shell.kept', { count: kept })}`}
        </output>
      )}
    </section>
  )
}
