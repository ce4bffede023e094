import { lazyPart } from '../../later.tsx'

/** The form of a goal, whose fields no screen needs until somebody asks for it. */
export const LazyGoalForm = lazyPart(async () => (await import('./GoalForm.tsx')).GoalForm)
