/** Before noon and after it, in the languages that count to twelve; without blanks, dots and quotation marks. */
const AM =
  'am amपूर्वाह्न a oo öö de sa pg fm πμ пробед ص قظ 오전 上午 午前 凌晨 早上 清晨 पूर्वाह्न পূর্বাহ্ণ முற்பகல் ก่อนเที่ยง לפנהצ قبلازظهر ಪೂರ್ವಾಹ್ನ පෙව pd epd eparadites dop vm ap priešpiet vorm 午夜 半夜 ጥዋት rn fh тң ກ່ອນທ່ຽງ priekšp претпл үө နံနက် غم goöň дп to'
const PM =
  'pm p os ös du ch ptg em μμ слобед م بظ 오후 下午 午後 中午 晚上 傍晚 अपराह्न অপরাহ্ণ பிற்பகல் หลังเที่ยง אחהצ بعدازظهر ಅಪರಾಹ್ನ පව md emd epasdites odp pop nm ip popiet nachm ከሰዓት in eh тк ຫຼັງທ່ຽງ pēcp попл үх ညနေ غو gosoň пп tk'

const HALVES: ReadonlyMap<string, 0 | 12> = new Map([
  ...AM.split(' ').map((word) => [word, 0] as const),
  ...PM.split(' ').map((word) => [word, 12] as const),
])

/** 0 for before noon, 12 for after it; null for a word that says neither. */
export const halfDay = (word: string): 0 | 12 | null =>
  HALVES.get(word.toLowerCase().replace(/[.\s״"\u200C]/g, '')) ?? null
