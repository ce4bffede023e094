import { tell, tellError } from './notify.tsx'
import { ApiError } from './client.ts'
import { t } from './texts/texts.ts'

/** Puts a text on the clipboard and says so. */
export const copyText = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
    tell(t('plan.copied'))
  } catch {
    tellError(new ApiError('internal', t('plan.copyFailed')))
  }
}
