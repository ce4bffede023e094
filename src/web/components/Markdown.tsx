import './markdown.css'
import { Text } from '@mantine/core'
import { Suspense, lazy } from 'react'

// Only who opens a person with notes needs it.
const Rendered = lazy(() => import('react-markdown'))

/** What users write, as Markdown. HTML in it is shown as text, never run; pictures from elsewhere are not loaded. */
export const Markdown = ({ text }: { readonly text: string }) => (
  <Suspense fallback={<Text size="sm">{text}</Text>}>
    <div className="markdown">
      <Rendered
        disallowedElements={['img']}
        components={{
          a: ({ children, href }) => (
            <a href={href} rel="noreferrer noopener">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </Rendered>
    </div>
  </Suspense>
)
