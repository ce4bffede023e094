import { type ComponentProps, Suspense, lazy } from 'react'
import type { GoalForm } from './GoalForm.tsx'

const Form = lazy(async () => ({ default: (await import('./GoalForm.tsx')).GoalForm }))

/** The form of a goal, whose fields no screen needs until somebody asks for it. */
export const LazyGoalForm = (props: ComponentProps<typeof GoalForm>) => (
  <Suspense fallback={null}>
    <Form {...props} />
  </Suspense>
)
