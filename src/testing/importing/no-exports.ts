// For tests: files that are no export of anything, of the kinds that lie beside exports in a folder of downloads. Some talk
// of what exports hold, or hold lines of them: a script that reads them, a page about them, a table of another matter.

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

const CONNECTIONS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
const MESSAGES = 'FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

/** Path and content. */
export const noExports: readonly (readonly [string, string | Uint8Array])[] = [
  [
    'split.py',
    lines(
      '#!/usr/bin/env python3',
      'import csv',
      '',
      `HEADER = "${MESSAGES}".split(",")`,
      'for name in HEADER:',
      '    print(name)',
    ),
  ],
  [
    'columns.py',
    lines(
      'import csv',
      '',
      `COLUMNS = ["${CONNECTIONS.replaceAll(',', '", "')}"]`,
      '',
      'def read(path):',
      '    return csv.DictReader(open(path))',
    ),
  ],
  ['make.sh', lines('#!/bin/sh', '# makes a file to try', `echo ${MESSAGES} > messages.csv`, 'echo done')],
  [
    'heredoc.sh',
    lines(
      '#!/bin/sh',
      'cat > Connections.csv <<END',
      CONNECTIONS,
      'Ada,Okafor,https://www.linkedin.com/in/ada,,Acme,CTO,04 Jul 2023',
      'END',
    ),
  ],
  [
    'README.md',
    lines(
      '# Exports',
      '',
      'The file looks like this:',
      '',
      CONNECTIONS,
      'Ada,Okafor,https://www.linkedin.com/in/ada,,Acme,CTO,04 Jul 2023',
      '',
      'Then run it.',
    ),
  ],
  ['notes.md', lines('# Linkedin', '', 'Columns:', '', `    ${MESSAGES}`, '', 'Nothing else.')],
  [
    'schema.sql',
    lines(
      'CREATE TABLE messages (',
      '  "from" text, "to" text, date text, subject text, content text, direction text, folder text',
      ');',
      `INSERT INTO messages (${MESSAGES}) VALUES ('a','b','c','d','e','f','g');`,
    ),
  ],
  [
    'import.js',
    lines(
      "import { parse } from 'csv'",
      `const header = '${CONNECTIONS}'`,
      `const names = [${MESSAGES.split(',')
        .map((name) => `'${name}'`)
        .join(', ')}]`,
      'export { header, names }',
    ),
  ],
  [
    'test.rb',
    lines(
      'require "csv"',
      `EXPECTED = %w[${MESSAGES.replaceAll(',', ' ')}]`,
      `rows = CSV.parse("${CONNECTIONS}")`,
    ),
  ],
  [
    'server.log',
    lines(
      '2026-01-02 10:15:03 INFO started',
      '2026-01-02 10:15:04 WARN Subject: none, From: nobody',
      '2026-01-02 10:15:05 ERROR To: retry',
    ),
  ],
  [
    'app.log',
    lines(
      '[2026-01-02 10:15:03] app.INFO: Ada logged in',
      '[2026-01-02 10:15:09] app.INFO: Bo logged out',
      '[2026-01-02 10:16:00] app.ERROR: no such user',
    ),
  ],
  ['access.log', lines('10.0.0.1 - - [02/Jan/2026:10:15:03 +0000] "GET / HTTP/1.1" 200 512 "-" "curl/8"')],
  ['chat.log', lines('10:15 <ada> hello', '10:16 <bo> hi', '10:17 * ada waves')],
  [
    'diary.txt',
    lines('2 January 2026', 'Called Ada: she is well.', '3 January 2026', 'Met Bo, 10:30 - coffee.'),
  ],
  ['todo.txt', lines('02.01.2026 - call Ada', '03.01.2026 - mail: Bo', '04.01.2026 - dentist')],
  [
    'times.txt',
    lines('1/2/26, 10:15 - 11:00 standup', '1/2/26, 11:00 - 12:00 review', '1/3/26, 10:15 - 11:00 standup'),
  ],
  ['letter.txt', lines('Dear Ada,', '', 'From Monday on I am away.', 'Subject: to change.', '', 'Bo')],
  [
    'http.txt',
    lines(
      'HTTP/1.1 200 OK',
      'Content-Type: text/html',
      'Date: Fri, 02 Jan 2026 10:15:03 GMT',
      'Server: nginx',
      '',
      '<html></html>',
    ),
  ],
  [
    'headers.txt',
    lines('Host: example.org', 'From: crawler@example.org', 'User-Agent: crawler', 'Accept: */*'),
  ],
  [
    'article.md',
    lines('---', 'title: From the quay', 'date: 2026-01-02', 'author: Ada', '---', '', 'It is far.'),
  ],
  [
    'ci.yml',
    lines('on: push', 'jobs:', '  test:', '    runs-on: ubuntu', '    steps:', '      - run: npm test'),
  ],
  ['config.ini', lines('[mail]', 'from=ada@acme.example', 'to=bo@acme.example', 'subject=Hello')],
  [
    'invite.txt',
    lines(
      'The calendar says:',
      '',
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART:20260102T101500Z',
      'END:VEVENT',
      'END:VCALENDAR',
    ),
  ],
  ['card.txt', lines('A card looks so:', 'BEGIN:VCARD', 'FN:Ada', 'END:VCARD')],
  ['people.csv', lines('Name,Age,City', 'Ada,41,Kiel', 'Bo,39,Bergen')],
  ['products.csv', lines('Name,SKU,Price,Category,Year', 'Pen,1,2.00,Office,2026')],
  ['countries.csv', lines('Name,Code,Level', 'Norway,NO,1')],
  [
    'bank.csv',
    lines(
      'Buchungstag;Wertstellung;Buchungstext;Auftraggeber / Begünstigter;Verwendungszweck;Betrag',
      '02.01.2026;02.01.2026;Lastschrift;Stadtwerke;Abschlag Januar;-80,00',
    ),
  ],
  [
    'statement.csv',
    lines(
      '"Date","Description","From","To","Amount","Currency"',
      '"2026-01-02","Transfer","Ada Okafor","Bo Lund","12.00","EUR"',
    ),
  ],
  [
    'paypal.csv',
    lines(
      '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","From Email Address","To Email Address","Transaction ID","Subject"',
      '"02/01/2026","10:15:03","CET","Ada","Payment","Completed","EUR","12,00","ada@acme.example","bo@acme.example","1A","Hello"',
    ),
  ],
  [
    'orders.csv',
    lines('Order ID,Customer Name,Email,Phone,Product,Price', '1,Ada,ada@acme.example,+4912345678,Pen,2.00'),
  ],
  ['trips.csv', lines('From,To,Date,Distance,Price', 'Kiel,Bergen,2026-01-02,900,120')],
  [
    'issues.csv',
    lines('Summary,Issue key,Status,Reporter,Created,Description', 'It is slow,K-1,Open,Ada,2026-01-02,Very'),
  ],
  ['jobs.csv', lines('Company Name,Title,Location,Salary', 'Acme,CTO,Kiel,100')],
  ['bookmarks.csv', lines('title,url,date,tags', 'Acme,https://acme.example,2026-01-02,work')],
  ['metrics.csv', lines('date,type,value', '2026-01-02,visits,12')],
  [
    'package.json',
    '{"name":"kith","version":"1.0.0","author":"Ada <ada@acme.example>","dependencies":{"a":"1"}}',
  ],
  ['tsconfig.json', '{"compilerOptions":{"target":"es2024"},"include":["src"]}'],
  ['weather.json', '[{"date":"2026-01-02","from":"Kiel","to":"Bergen","text":"rain"}]'],
  [
    'users.json',
    '[{"id":1,"name":"Ada","email":"ada@acme.example"},{"id":2,"name":"Bo","email":"bo@acme.example"}]',
  ],
  ['messages.json', '{"messages":[{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"}]}'],
  [
    'conversations.json',
    '[{"title":"Plan","create_time":1767348903.1,"mapping":{"a":{"id":"a","message":{"author":{"role":"user"},"content":{"parts":["Hello"]}}}}}]',
  ],
  ['actor.json', '{"@context":"https://schema.org","@type":"Person","name":"Ada"}'],
  [
    'feed.json',
    '{"version":"https://jsonfeed.org/version/1.1","title":"Ada","items":[{"id":"1","content_text":"Hello","date_published":"2026-01-02T10:15:03Z"}]}',
  ],
  ['points.geojson', '{"type":"FeatureCollection","features":[]}'],
  [
    'rows.jsonl',
    lines(
      '{"level":"info","time":1767348903000,"msg":"started"}',
      '{"level":"warn","time":1767348904000,"msg":"slow"}',
    ),
  ],
  ['orders.jsonl', lines('{"at":"2026-01-02T10:15:03Z","item":"pen","price":2}')],
  ['data.js', lines('window.DATA = [{"id":1,"tweet":"no"}]')],
  [
    'page.html',
    lines('<!doctype html>', '<html><head><title>Ada</title></head>', '<body><p>From: Ada</p></body></html>'),
  ],
  [
    'export.html',
    lines('<html><body><table><tr><td>First Name</td><td>Last Name</td></tr></table></body></html>'),
  ],
  [
    'feed.xml',
    lines('<?xml version="1.0"?>', '<rss version="2.0"><channel><title>Ada</title></channel></rss>'),
  ],
  ['calls.xml', lines('<?xml version="1.0"?>', '<records><call to="Ada"/></records>')],
  ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'],
  ['book.xlsx', bytes('PK', [3, 4, 20, 0, 6, 0, 8, 0], '\0'.repeat(20), '[Content_Types].xml', [1, 2, 3])],
  ['paper.pdf', bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')],
  [
    'old.doc',
    bytes(
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      '\0'.repeat(600),
      'W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0',
    ),
  ],
  ['notes.sqlite', bytes('SQLite format 3\0', [16, 0, 1, 1], '\0'.repeat(80))],
  ['song.mp3', bytes('ID3', [4, 0, 0, 0, 0, 0, 20], 'TIT2\0\0\0\x05\0\0\x03Ada')],
  ['photo.jpg', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])],
  ['program', bytes([0x7f], 'ELF', [2, 1, 1, 0], '\0'.repeat(56))],
  ['record.cbor', bytes([0xa2, 0x61, 0x61, 1, 0x61, 0x62, 2])],
]
