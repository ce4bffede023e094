/** The playbooks kith comes with, by id: Markdown as users write it, so that each can be copied and changed. */
export const shippedPlaybooks = {
  'after-a-conference': `---
title: After a conference
who: meetings >= 1
when: met < 10 days, you wrote > 5 days
action: meet
minutes: 10
subject: Good to have met you
---
Hello {first name},

it was good to talk in person. I would like to go on with {topic}.
Shall we speak for half an hour in the next two weeks?
`,
  'dormant-but-trusted': `---
title: Dormant but trusted
who: trust >= 50%, closeness < 20%
when: last contact > 6 months
action: reconnect
minutes: 15
subject: It has been a while
---
Hello {first name},

the last time we were in touch was on {last date}, and I have not forgotten it.
How did “{last subject}” go on?
I would like to hear what you work on now. No hurry with an answer.
`,
  'thank-the-referrer': `---
title: Thank the referrer
who: gave something
action: thank
minutes: 10
subject: Thank you
---
Hello {first name},

thank you for the {gave}. It helped, and I want you to know what came of it:

(one sentence on what happened)

If I can do something for you, say so.
`,
  'answer-within-the-week': `---
title: Answer within the week
who: waits for you, calibre >= 60%
action: answer
minutes: 10
---
Hello {first name},

thank you for your message. The short answer:

(your answer in one sentence)

If you need more than that, tell me until when.
`,
  'second-try': `---
title: A second try, easy to answer
who: you wait
when: you wrote > 10 days
action: follow-up
minutes: 5
---
Hello {first name},

I wrote to you about “{last subject}”. A yes or no is enough, and a no is fine.
`,
  'new-position': `---
title: Congratulate on a new position
who: changed job
action: congratulate
minutes: 5
subject: Congratulations
---
Hello {first name},

I saw the news: {news}. Congratulations!
Once you have settled in, I would like to hear how it is.
`,
  'from-mail-to-meeting': `---
title: From mail to a meeting
who: two-way, calibre >= 60%, meetings < 1
when: they wrote < 2 months
action: meet
minutes: 10
subject: Shall we speak?
---
Hello {first name},

we have been writing for a while and have never spoken.
Half an hour by telephone, about {topic}?
I am free on (two times).
`,
  'one-useful-thing': `---
title: One useful thing
who: calibre >= 60%, two-way
when: last contact > 1 month
action: deepen
minutes: 20
---
Hello {first name},

I came across something on {topic} that may be of use to you:

(one link or one finding, and a sentence why)

It made me think of “{last subject}”.
`,
  'ask-for-a-referral': `---
title: Ask for a referral, with a way out
who: trust >= 50%, two-way
when: last contact < 3 months
action: ask
minutes: 15
subject: A question
---
Hello {first name},

I am looking for {goal}.
Does one person come to mind to whom I should talk? If not, that is quite all right.
`,
  'ask-for-an-introduction': `---
title: Ask for an introduction they can forward
who: knows somebody
action: introduction
minutes: 15
---
Hello {first name},

would you introduce me to {introduces}? Only if it suits you both.
Here are two sentences that you can forward:

(who I am, in one sentence)
(what I would like to talk about, in one sentence)
`,
  'director-once-a-quarter': `---
title: Directors once a quarter
who: title contains "director", two-way
when: last contact > 3 months
action: reconnect
minutes: 15
---
Hello {first name},

a short sign of life: I am busy with {topic}.
What is on your mind this quarter?
`,
  'common-ground': `---
title: Through somebody both know
who: two-way, trust < 50%
when: last contact > 1 month
action: deepen
minutes: 10
---
Hello {first name},

I noticed that we both know {in common}. How do you know each other?
On my side it is mostly about {topic}.
`,
} as const satisfies Readonly<Record<string, string>>

export type ShippedId = keyof typeof shippedPlaybooks
