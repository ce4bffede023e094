import { expect, test } from 'vitest'
import { identityKey } from '../model/identity.ts'
import { profileAt } from './profile-urls.ts'

/** Every spelling of one account, by the key it has to give. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  'linkedin:jane-doe-42': [
    'https://www.linkedin.com/in/jane-doe-42/',
    'http://linkedin.com/in/Jane-Doe-42',
    'www.linkedin.com/in/jane-doe-42?trk=public_profile&utm_source=share',
    'https://de.linkedin.com/in/jane-doe-42/de',
    'https://www.linkedin.com/in/jane-doe-42/en-us?originalSubdomain=de',
    'linkedin.com/in/jane%2Ddoe-42/detail/contact-info/',
    'https://www.linkedin.com/mwlite/in/jane-doe-42',
    'https://m.linkedin.com/pub/jane-doe-42',
  ],
  'linkedin:jane-doe-a710b25': ['https://uk.linkedin.com/pub/jane-doe/5/b2/a71'],
  'linkedin:josé': ['https://www.linkedin.com/in/jos%C3%A9', 'linkedin.com/in/josé'],
  'profile:x.com/janedoe': [
    'https://x.com/JaneDoe',
    'https://twitter.com/janedoe?lang=de',
    'http://mobile.twitter.com/janedoe/with_replies',
    'twitter.com/@janedoe',
    'https://twitter.com/#!/janedoe',
    'https://twitter.com/intent/user?screen_name=janedoe',
    'https://x.com/intent/follow?a=1&screen_name=JaneDoe',
  ],
  'handle:x:12345': ['https://x.com/i/user/12345', 'twitter.com/i/user/12345'],
  'profile:social.example/@jane': [
    '@jane@social.example',
    '@Jane@Social.Example',
    'https://social.example/@jane',
    'https://social.example/users/jane',
    'https://social.example/@jane/media',
    'https://social.example/web/@jane',
    'https://other.example/@jane@social.example',
  ],
  'profile:bsky.app/profile/jane.example': [
    'https://bsky.app/profile/jane.example',
    'https://bsky.app/profile/@Jane.example',
  ],
  'profile:bsky.app/profile/jane.bsky.social': [
    'jane.bsky.social',
    'https://bsky.app/profile/jane.bsky.social',
  ],
  'handle:bluesky:did:plc:abc123': ['https://bsky.app/profile/did:plc:abc123'],
  'profile:facebook.com/100012345678': [
    'https://www.facebook.com/profile.php?id=100012345678',
    'https://m.facebook.com/profile.php?v=info&id=100012345678',
    'https://de-de.facebook.com/people/Jane-Doe/100012345678/',
    'facebook.com/100012345678',
  ],
  'profile:facebook.com/janedoe': [
    'https://www.facebook.com/jane.doe',
    'https://fb.com/janedoe?mibextid=abc',
    'https://web.facebook.com/JaneDoe/photos',
  ],
  'handle:instagram:jane.doe': [
    'https://www.instagram.com/Jane.Doe/?igshid=abc',
    'instagr.am/jane.doe',
    'https://instagram.com/_u/jane.doe',
    'https://www.instagram.com/jane.doe/tagged/',
  ],
  'profile:threads.net/@jane.doe': [
    'https://www.threads.net/@jane.doe',
    'https://www.threads.com/@Jane.Doe?x=1',
  ],
  'profile:github.com/jane-doe': [
    'https://github.com/Jane-Doe',
    'github.com/jane-doe?tab=repositories',
    'https://gist.github.com/jane-doe',
    'https://github.com/sponsors/jane-doe',
    'https://jane-doe.github.io/',
  ],
  'profile:xing.com/profile/jane_doe': [
    'https://www.xing.com/profile/Jane_Doe/cv',
    'http://xing.com/to/jane_doe',
    'https://www.xing.com/profile/Jane_Doe?sc_o=mxb',
  ],
  'profile:youtube.com/@janedoe': ['https://www.youtube.com/@JaneDoe/videos', 'm.youtube.com/@janedoe?si=x'],
  'profile:youtube.com/channel/ucabc': ['https://youtube.com/channel/UCabc/about'],
  'profile:medium.com/@jane': ['https://medium.com/@jane/about', 'https://jane.medium.com/'],
  'phone:+4915112345678': [
    'https://wa.me/4915112345678?text=hi',
    'https://api.whatsapp.com/send?phone=4915112345678',
    'https://api.whatsapp.com/send/?text=x&phone=%2B49+151+12345678',
    'whatsapp://send?phone=+4915112345678',
    'tel:+49-151-123-45678',
    'https://signal.me/#p/+4915112345678',
    'https://t.me/+4915112345678',
  ],
  'handle:telegram:janedoe': [
    'https://t.me/JaneDoe',
    'https://telegram.me/janedoe',
    'https://t.me/s/janedoe',
    'tg://resolve?domain=janedoe',
  ],
  'profile:stackoverflow.com/users/123/jane': ['https://stackoverflow.com/users/123/jane?tab=profile'],
  'profile:acme.example/team/jane': ['https://www.acme.example/team/Jane/'],
}

test.each(Object.entries(spellings).flatMap(([key, urls]) => urls.map((url) => [url, key] as const)))(
  '%s is %s',
  (url, key) => {
    const found = profileAt(url)
    expect(found === null ? null : identityKey(found)).toBe(key)
  },
)

test.each([
  'https://www.linkedin.com/company/acme',
  'https://www.linkedin.com/school/acme',
  'https://acme.example/',
  'not a url',
  '',
])('%j leads to nobody', (url) => {
  expect(profileAt(url)).toBeNull()
})

test('a page of a network that is nobody’s own is told by its path, not by its first word', () => {
  expect(profileAt('https://x.com/search?q=jane')).not.toEqual(profileAt('https://x.com/search2'))
  expect(profileAt('https://www.facebook.com/groups/123')).toEqual({
    kind: 'profile',
    value: 'facebook.com/groups/123',
  })
})

test.each([
  'https://github.com/acme/product',
  'https://x.com/acme/status/123',
  'https://social.example/@acme/113579',
  'https://medium.com/@acme/a-story-123',
  'https://bsky.app/profile/acme.example/post/3k',
])('%s is a page that many may name, and not its author’s key', (url) => {
  const owner = /^https:\/\/[^?]*?acme(?:\.example)?/.exec(url)![0]
  expect(profileAt(owner)).not.toBeNull()
  expect(profileAt(url)).not.toEqual(profileAt(owner))
})

test('broken escapes stay as they are', () => {
  expect(profileAt('linkedin.com/in/100%')).toEqual({ kind: 'linkedin', value: '100%' })
})
