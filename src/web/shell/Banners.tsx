import { UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useReachable } from '../reachable.ts'
import { setWorkspace, useWorkspace } from '../workspace.ts'

/** What must be seen on every screen: that the people are invented, and that kith does not answer. */
export const Banners = () => {
  const workspace = useWorkspace()
  const reachable = useReachable()
  const navigate = useNavigate()
  const useOwnData = (): void => {
    setWorkspace('own')
    void navigate({ to: '/welcome' })
  }
  return (
    <section className="shell-banners" aria-label="Notices">
      {workspace === 'sample' && (
        <div className="shell-banner">
          <span>Sample network: invented people</span>
          <UnstyledButton fz="sm" onClick={useOwnData}>
            Use my own data
          </UnstyledButton>
        </div>
      )}
      {!reachable && (
        <output className="shell-banner">
          kith does not answer. Start it again with “kith serve”; this page reconnects by itself.
        </output>
      )}
    </section>
  )
}
