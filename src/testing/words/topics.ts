/** What people write about. The sentences become bodies, the keywords are what a reader would take from them. */
export type Topic = {
  readonly id: string
  /** Whether it belongs to the owner's work or to private life. */
  readonly sphere: 'work' | 'private'
  readonly keywords: readonly string[]
  readonly subjects: readonly string[]
  readonly sentences: readonly string[]
  /** The skill one would endorse somebody for. */
  readonly skill: string
}

const topic = (
  id: string,
  sphere: Topic['sphere'],
  skill: string,
  keywords: string,
  subjects: readonly string[],
  sentences: readonly string[],
): Topic => ({ id, sphere, skill, keywords: keywords.split(' '), subjects, sentences })

export const topics: readonly Topic[] = [
  topic(
    'pricing',
    'work',
    'Pricing Strategy',
    'pricing packages margin discount',
    ['Pricing for the new packages', 'Discount rules', 'Price list, second draft'],
    [
      'The middle package carries most of the margin, so I would not discount it.',
      'Could we test the new pricing with five customers before we announce it?',
      'Attached is the price list with the changes we discussed.',
      'Two of the larger customers asked for yearly billing.',
    ],
  ),
  topic(
    'leads',
    'work',
    'Lead Generation',
    'leads funnel qualification demand',
    ['Lead quality this quarter', 'Where the good leads come from', 'Qualification criteria'],
    [
      'The leads from the guide convert twice as well as those from the advert.',
      'Sales would like a short note with every lead on what the person read.',
      'I propose that we qualify by problem, not by company size.',
      'The funnel report shows where people drop out.',
    ],
  ),
  topic(
    'positioning',
    'work',
    'Brand Positioning',
    'positioning brand message category',
    ['Positioning workshop', 'One sentence on what we do', 'Brand message for engineers'],
    [
      'I rewrote the first sentence so that an engineer would believe it.',
      'The category name confuses people who do not know us yet.',
      'Three customers described the product in almost the same words, which is good news for the brand.',
      'Let us keep the message and change only the examples.',
    ],
  ),
  topic(
    'enablement',
    'work',
    'Sales Enablement',
    'sales playbook objections training',
    ['Playbook for the sales team', 'Objections we hear', 'Training on Thursday'],
    [
      'The playbook now has a page for each objection.',
      'The new colleagues asked for two example calls they can listen to.',
      'I would shorten the training to ninety minutes and leave time for questions.',
      'Could you read the chapter on price objections?',
    ],
  ),
  topic(
    'content',
    'work',
    'Content Strategy',
    'content articles editorial calendar',
    ['Editorial calendar', 'Draft of the article', 'Content for spring'],
    [
      'The draft of the article is ready for your eyes.',
      'We have content for six weeks and an idea for the seventh.',
      'The interview with the plant manager is worth a longer piece.',
      'Please move the case study forward, the customer has agreed.',
    ],
  ),
  topic(
    'fairs',
    'work',
    'Trade Shows',
    'fair booth exhibition visitors',
    ['Booth at the spring fair', 'Fair follow-up', 'Talk at the exhibition'],
    [
      'The booth is confirmed, in the hall with the other machine builders.',
      'We met forty visitors and promised samples to nine of them.',
      'I can give the talk if you take the panel.',
      'The organiser needs our logo before Friday.',
    ],
  ),
  topic(
    'research',
    'work',
    'Market Research',
    'research interviews customers survey',
    ['Customer interviews', 'Survey results', 'What buyers told us'],
    [
      'Eight interviews are done and the pattern is clear.',
      'Buyers ask colleagues first and search engines second.',
      'The survey had a good response, mostly from operations people.',
      'I will send the transcripts without names.',
    ],
  ),
  topic(
    'accounts',
    'work',
    'Account-Based Marketing',
    'accounts target outreach list',
    ['Target account list', 'Outreach to the ten accounts', 'Account plan'],
    [
      'The list has ten accounts, four of which know you already.',
      'Each account gets one page that shows we understood their problem.',
      'The outreach worked best when it came from an engineer.',
      'Shall we drop the two accounts that have just merged?',
    ],
  ),
  topic(
    'crm',
    'work',
    'CRM',
    'system records migration pipeline',
    ['Moving to the new system', 'Pipeline report', 'Duplicate records'],
    [
      'The migration ran over the weekend without losses.',
      'We found duplicate records for a third of the customers.',
      'The pipeline report is the only thing the board reads.',
      'Please check whether your notes came across.',
    ],
  ),
  topic(
    'partners',
    'work',
    'Partner Marketing',
    'partner programme referral agreement',
    ['Partner programme', 'Referral agreement', 'Joint webinar with a partner'],
    [
      'The agreement gives both sides the same notice period.',
      'Two partners brought more customers than all the adverts together.',
      'I know somebody who runs such a programme and can introduce you.',
      'The joint offer should fit on one page.',
    ],
  ),
  topic(
    'website',
    'work',
    'Web Content',
    'website launch pages search',
    ['Website launch date', 'Pages for the relaunch', 'Search results after the launch'],
    [
      'The website goes live on Monday if the texts are in by Thursday.',
      'Search traffic fell in the first week and has recovered since.',
      'The page for buyers now begins with the question they ask.',
      'I marked the three pages that nobody visits.',
    ],
  ),
  topic(
    'analytics',
    'work',
    'Marketing Analytics',
    'figures attribution dashboard report',
    ['Figures for the board', 'Dashboard', 'Attribution again'],
    [
      'The figures are sound, the attribution is a matter of taste.',
      'I added the cost per customer to the dashboard.',
      'The report should fit on one page and answer one question.',
      'Could you confirm the figures for March?',
    ],
  ),
  topic(
    'dinner',
    'private',
    'Cooking',
    'dinner evening table friends',
    ['Dinner on Saturday', 'Table for six', 'That soup recipe'],
    [
      'Would you like to come for dinner on Saturday?',
      'I booked a table for six at half past seven.',
      'The soup needs more lemon than the recipe says.',
      'It was lovely to see you all.',
    ],
  ),
  topic(
    'running',
    'private',
    'Running',
    'running route race morning',
    ['Sunday run', 'The half marathon', 'New route along the river'],
    [
      'Shall we run along the river on Sunday morning?',
      'I signed up for the half marathon, against better judgement.',
      'The hill at the end is kinder than it looks.',
      'My knee is fine again, thank you for asking.',
    ],
  ),
  topic(
    'travel',
    'private',
    'Travel',
    'train holiday mountains plans',
    ['Holiday plans', 'Train tickets', 'Photographs from the mountains'],
    [
      'We take the early train and are in the mountains by noon.',
      'The photographs are in the shared album.',
      'Do you still have the address of the small hotel?',
      'The children ask when we go again.',
    ],
  ),
  topic(
    'books',
    'private',
    'Reading',
    'book reading novel library',
    ['The book you lent me', 'Reading circle', 'Something to read'],
    [
      'I finished the book you lent me and have opinions.',
      'The reading circle meets on the first Tuesday.',
      'The second half of the novel is better than the first.',
      'Bring the next one when we meet.',
    ],
  ),
]

/** What cold senders offer; nobody asked. */
export const pitches: readonly { readonly subject: string; readonly sentences: readonly string[] }[] = [
  {
    subject: 'Quick question about your growth plans',
    sentences: [
      'I came across your profile and wanted to reach out.',
      'We help consultants like you to win more customers.',
      'Do you have fifteen minutes this week?',
    ],
  },
  {
    subject: 'Following up on my last note',
    sentences: [
      'I know you are busy, so I will be brief.',
      'Our platform books meetings while you sleep.',
      'Should I send you the brochure?',
    ],
  },
  {
    subject: 'Office space near you',
    sentences: [
      'We have bright offices with flexible terms.',
      'The first month is free for new tenants.',
      'May I show you around?',
    ],
  },
]

export const editorial: readonly string[] = [
  'This week we read eleven reports so that you do not have to.',
  'A manufacturer explains how it halved the time from question to quotation.',
  'The calendar of fairs for the coming season is out.',
  'Our reader survey closes on Friday.',
  'You receive this letter because you subscribed to it.',
]

export const recommendations: readonly string[] = [
  'Working together was a pleasure from the first workshop to the last slide.',
  'Asks the question that everybody else has been avoiding, and then helps to answer it.',
  'Brought order into our pipeline and calm into our meetings.',
  'Knows the customers better than most people who sell to them.',
  'I would gladly work with them again.',
]

export const invitationNotes: readonly string[] = [
  'It was good to meet you at the exhibition.',
  'I enjoyed your talk and would like to stay in touch.',
  'We have several acquaintances in common.',
  'Thank you for the introduction last week.',
]

/** What anybody may write about anything. */
export const general: readonly string[] = [
  'Thank you for the quick answer.',
  'I will look at it this afternoon and come back to you.',
  'The café by the station would be a good place to talk.',
  'From what I hear, the others agree.',
  'Let me know what you think.',
  'That works for me, and the date is in my calendar.',
  'I have one question about the second point.',
  'Sorry for the delay, the week was full.',
]
