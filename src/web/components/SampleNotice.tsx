import { Button } from '@mantine/core'
import { EmptyNotice } from './Notice.tsx'
import { t } from '../texts/texts.ts'
import { setWorkspace } from '../workspace.ts'

/** Says what the sample network is not for, and leads to the user's own data, on the same screen. */
export const SampleNotice = ({ text }: { readonly text: string }) => (
  <EmptyNotice
    title={t('shell.sampleNotice')}
    action={
      <Button size="sm" onClick={() => setWorkspace('own')}>
        {t('shell.useOwnData')}
      </Button>
    }
  >
    {text}
  </EmptyNotice>
)
