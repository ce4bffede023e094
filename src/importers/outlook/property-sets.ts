/** Sets of named properties (MS-OXPROPS 1.3.2), as Outlook's files and its mail name them. */
export const APPOINTMENT = '00062002-0000-0000-c000-000000000046'
export const MEETING = '6ed8da90-450b-101b-98da-00aa003f1305'
