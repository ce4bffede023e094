/** What shows notes, in a part of its own: the first screen has none. */
export { Notifications, notifications } from '@mantine/notifications'
