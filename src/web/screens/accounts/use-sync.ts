import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Progress, follow, isCancelled } from '../../client.ts'
import { tell, tellError } from '../../notify.tsx'
import { t } from '../../texts/texts.ts'

/** Reads one account while the screen shows how far it is; leaving the screen stops it where it may be stopped. */
export function useSync(id: number, label: string) {
  const client = useQueryClient()
  const controller = useRef<AbortController | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [running, setRunning] = useState(false)
  useEffect(
    () => () => {
      controller.current?.abort()
      controller.current = null
    },
    [],
  )
  const start = async (): Promise<void> => {
    if (controller.current !== null) return
    const own = new AbortController()
    controller.current = own
    setRunning(true)
    try {
      const { accounts } = await follow('sync-account', { account: String(id) }, setProgress, {
        signal: own.signal,
      })
      for (const { error, import: number, read, new: fresh } of accounts) {
        // What failed stands with the account.
        if (error === null) {
          if (number === null) tell(t('accounts.nothingNew', { account: label }))
          else tell(t('accounts.brought', { account: label, new: fresh, read }))
        }
      }
    } catch (error) {
      if (isCancelled(error) || own.signal.aborted) tell(t('accounts.stopped'))
      else tellError(error)
    } finally {
      // Another reading may have begun since this one was stopped.
      if (controller.current === own || controller.current === null) {
        controller.current = null
        setRunning(false)
        setProgress(null)
      }
      void client.invalidateQueries()
    }
  }
  return { running, progress, start, stop: () => controller.current?.abort() }
}
