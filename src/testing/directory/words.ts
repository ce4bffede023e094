const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** A language area: its given names with the forms people go by (`Robert:Bob,Rob`), its surnames, its share of people. */
export type Area = {
  readonly share: number
  readonly female: readonly string[]
  readonly male: readonly string[]
  readonly families: readonly string[]
  /** Beginnings and ends that make further surnames. */
  readonly starts: readonly string[]
  readonly middles: readonly string[]
  readonly ends: readonly string[]
}

export const areas: readonly Area[] = [
  {
    share: 0.5,
    female: words(
      `Mary Patricia:Pat,Patty Jennifer:Jen,Jenny Linda Elizabeth:Liz,Beth Barbara:Barb Susan:Sue Jessica:Jess Sarah Karen
      Nancy Lisa Margaret:Maggie,Peggy Betty Sandra Ashley Kimberly:Kim Emily Donna Michelle Carol Amanda:Mandy Melissa
      Deborah:Deb,Debbie Stephanie:Steph Rebecca:Becky Laura Sharon Cynthia:Cindy Kathleen:Kathy Amy Angela:Angie Shirley
      Anna Ruth Brenda Pamela:Pam Nicole:Nicky Katherine:Kate,Kathy Samantha:Sam Christine:Chris Emma Catherine:Cathy Debra:Deb
      Virginia:Ginny Rachel Carolyn Janet:Jan Heather Diane Olivia Julie Joyce Victoria:Vicky Grace Hazel Imogen Tamsin
      Abigail Adele Agnes Alice Amelia Audrey Ava Beatrice Bernadette Beverly Bridget Celia Charlotte Chloe Clara Connie Daisy
      Daphne Edith Eleanor:Ellie Elsie Esther Eva Felicity Fiona Florence Freya Gemma Georgia Gillian Gloria Harriet Holly Ivy
      Jasmine Joanna:Jo Josephine:Josie Judith:Judy June Kirsty Lorna Lucy Lydia Mabel Maeve Martha Maud Megan Miriam Molly
      Naomi Nora Paula Penelope:Penny Phoebe Priscilla Rhona Rosalind Rosemary:Rosie Ruby Sylvia Thelma Ursula Violet Winifred Zoe`,
    ),
    male: words(
      `James:Jim,Jimmy Robert:Bob,Rob John:Jack Michael:Mike David:Dave William:Bill,Will Richard:Rick,Dick Joseph:Joe
      Thomas:Tom Charles:Charlie,Chuck Christopher:Chris Daniel:Dan Matthew:Matt Anthony:Tony Mark Donald:Don Steven:Steve
      Andrew:Andy,Drew Paul Joshua:Josh Kenneth:Ken Kevin Brian Timothy:Tim Ronald:Ron George Edward:Ed,Ted Jason Jeffrey:Jeff
      Ryan Jacob:Jake Nicholas:Nick Gary Eric Jonathan:Jon Stephen:Steve Larry Justin Scott Brandon Benjamin:Ben Samuel:Sam
      Gregory:Greg Alexander:Alex Patrick:Pat Frank Raymond:Ray Jack Dennis Jerry Tyler Aaron Peter:Pete Douglas:Doug Rupert
      Adrian Alfred:Alf Alistair Ambrose Angus Arthur:Art Barnaby Basil Bernard:Bernie Bruce Calvin:Cal Cecil Clive Colin Cyril
      Damian Desmond Dominic:Dom Duncan Dylan Eamon Edgar Edmund Elliot Ernest Eugene:Gene Felix Fergus Finley Gareth Gavin Gerald:Gerry
      Gilbert Giles Glenn Graham Harvey Hector Herbert:Herb Howard Hugh Ian Isaac Ivor Jasper Jeremy:Jerry Julian Keith Lachlan
      Leonard:Len Leslie Lionel Louis:Lou Luke Malcolm Marvin Maurice Maxwell:Max Miles Neil Nigel Norman Oliver:Ollie Oscar Owen
      Percy Quentin Ralph Reginald:Reg Roland Roy Russell:Russ Seth Sidney:Sid Simon Stanley:Stan Stuart Tristan Vernon Wallace Wesley`,
    ),
    families: words(
      `Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Thompson White
      Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Hall Campbell Mitchell
      Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Reed Bailey
      Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Long Foster Ross Russell Fisher
      Patel Singh Khan Kumar Chen Wang Kim Nguyen Garcia Rodriguez Hernandez Lopez`,
    ),
    starts: words(
      `Ash Bar Black Bram Bret Burn Car Chal Clay Cor Crow Dal Dun East Fair Fen Gar Glen Hart Haw Hol Horn Kel Lan Lock Mar Mel
      Nor Oak Pem Quay Rad Red Ren Sel Shel Stan Thorn Under Wake Wel Win Wood Yard`,
    ),
    middles: ['', '', 'a', 'der', 'el', 'en', 'er', 'ing', 'in', 'o'],
    ends: words(
      'berry bourne brook by combe croft den field ford gate ham hurst kin ley lock man more ridge shaw son stead ston ter ton well wick wood worth',
    ),
  },
  {
    share: 0.25,
    female: words(
      `Anna Katharina:Kathi Sabine:Bine Petra Monika:Moni Susanne:Susi Claudia Andrea Stefanie:Steffi Julia Christina:Tina Nicole
      Birgit Heike Martina Angelika:Angie Ursula:Uschi Gabriele:Gabi Elisabeth:Lisa Johanna:Hanna Friederike:Rike Jürgen-Anna
      Jutta Renate Ingrid Brigitte Käthe Bärbel:Babs Ulrike:Ulli Dorothea:Doro Franziska:Franzi Magdalena:Lena
      Adelheid Almut Anke Annegret Antje Astrid Barbara Beate Carola Cornelia Dagmar Edeltraud Elfriede Elke Erika Gerda Gisela Gudrun
      Hannelore Helga Ilse Imke Inge Irmgard Isolde Karin Kerstin Lieselotte Lore Maike Mareike Margot Marlene Nadine Ortrud Regine
      Roswitha Saskia Sigrid Silke Swantje Theresa Traute Verena Waltraud Wiebke`,
    ).filter((name) => !name.includes('-')),
    male: words(
      `Peter Michael:Michi Thomas:Tom Andreas:Andi Wolfgang:Wolf Klaus Jürgen Stefan Christian:Chris Markus Matthias:Matze Frank Uwe
      Bernd Martin Jörg Günther Heinz Hans Johannes:Hans Manfred:Manni Ulrich:Uli Rainer Tobias:Tobi Sebastian:Basti Florian
      Philipp Joachim:Jochen Friedrich:Fritz Maximilian:Max Alexander:Alex Björn Sönke Götz
      Achim Albrecht Anton Arne Axel Benno Bodo Burkhard Carsten Dietmar Dirk Eberhard Eckart Egon Erwin Falk Fabian Gernot Gregor
      Hartmut Heiko Helmut Henning Holger Ingo Jens Kai Karsten Knut Konrad Lars Leopold Lothar Ludwig Marius Norbert Oskar Otto
      Ralf Reinhard Roland Rüdiger Siegfried Stephan Sven Thorsten Tilman Torben Udo Volker Wilfried Winfried Wolfram`,
    ),
    families: words(
      `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder
      Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler König Böhm Grün
      Jäger Möller Groß Weiß Voß`,
    ),
    starts: words(
      'Acker Berg Birn Brand Buch Dorn Eber Eich Feld Grün Hagen Hasel Herren Holz Kalten Kirch Klos Linden Mühl Nieder Ober Rosen Schön Stein Stock Wald Weiden Winter Wolfs Zeller',
    ),
    middles: ['', '', 'e', 'el', 'en', 'er', 'ing', 'ler', 'chen'],
    ends: words(
      'bach bauer berger brock burger dorf eder egger feld hauer hausen heimer hofer hold kamp lander mann mayer meister müller rath reuter schmied seder städter thaler wald',
    ),
  },
  {
    share: 0.15,
    female: words(
      'María:Mari Carmen Ana Lucía Isabel:Isa Laura Marta Cristina:Cris Paola Giulia Francesca Chiara Elena Sofía Marie Camille Nathalie Sylvie Isabelle Hélène Françoise Chloé Zoé',
    ),
    male: words(
      'José:Pepe Antonio:Toni Manuel:Manolo Francisco:Paco Juan Luis Carlos Javier Miguel Ángel Giuseppe:Beppe Marco Luca Giovanni:Gianni Andrea Pierre Jean Michel Philippe Nicolas François René Émile',
    ),
    families: words(
      'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Rossi Russo Ferrari Esposito Bianchi Romano Martin Bernard Dubois Durand Moreau Laurent Lefèvre Garnier Müller',
    ),
    starts: words(
      'Alma Arri Bela Berto Cabra Cala Casa Cata Colo Duran Espi Ferra Gala Guerra Ibar Lamo Lorra Mala Mon Nava Orte Palo Quinta Riva Sala Tala Vala Villa Zamo',
    ),
    middles: ['', '', 'a', 'al', 'an', 'ar', 'e', 'en', 'i', 'or'],
    ends: words(
      'berti celli chet dini donado gnon lier lini llier mendi nardi nelli netti quez randa rdeau rdo ret rini rosa sco telli ttini vera zano zzi',
    ),
  },
  {
    share: 0.1,
    female: words(
      'Елена:Лена Ольга Наталья:Наташа Татьяна:Таня Анна:Аня Екатерина:Катя Ирина:Ира Светлана:Света Юлия Мария:Маша',
    ),
    male: words(
      'Сергей:Серёжа Александр:Саша Алексей:Лёша Дмитрий:Дима Андрей Иван Михаил:Миша Евгений:Женя Юрий Николай:Коля',
    ),
    families: words(
      'Иванов Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Петров Волков Васильев Зайцев Павлов Жуков Юрьев Щукин',
    ),
    starts: words(
      'Бел Бор Вер Вол Гор Груз Дол Жар Зел Кал Ков Кор Лаз Лук Мал Мед Наз Ол Пан Род Сав Сел Тим Фед Хар Черн Шел Яков',
    ),
    middles: ['', '', 'ад', 'ал', 'ар', 'ен', 'ер', 'ил', 'ол', 'ун'],
    ends: words(
      'анов аев ашин енко енков еров ецкий иков илин инский ихин ович овцев огорский онов оров отин ушкин унов ышев',
    ),
  },
]

export const cities = words(
  'London Manchester Leeds Bristol Berlin Hamburg München Köln Wien Zürich Paris Lyon Madrid Barcelona Milano Roma Dublin Amsterdam Brussels Boston Chicago Houston Denver Seattle Austin Toronto Sydney Warsaw Prague Stockholm',
)
export const jobs = words(
  'Engineer Manager Director Analyst Consultant Designer Accountant Lawyer Recruiter Editor Teacher Researcher Architect Buyer Trader Planner Controller Developer Nurse Broker',
)
export const ranks = ['Senior', 'Junior', 'Lead', 'Head', 'Associate', 'Chief', '']
export const firmStarts = words(
  'Alder Amber Aspen Basalt Beacon Birch Cedar Cobalt Copper Delta Ember Falcon Flint Granite Harbour Indigo Iron Juniper Kestrel Lantern Maple Mica North Opal Osprey Pine Quartz Raven Rowan Sage Slate Tern Umber Vale Willow Zephyr',
)
export const firmEnds = words(
  'bridge brook dale field gate grove haven lake light mere mill park peak point port ridge stone vale ware works',
)
export const legalForms = ['', '', ' Inc.', ' Ltd', ' GmbH', ' AG', ' LLC', ' S.A.']
/** Handles people choose that say nothing of their name. */
export const codeStarts = words(
  'blue cosmic dark electric frozen golden happy iron jazzy lucky magic neon night ocean pixel quiet rapid silent solar tiny urban velvet wild zen',
)
export const codeEnds = words(
  'badger biker chef comet coder dragon eagle falcon fox gamer hiker koala lynx maker otter panda pilot raven rider runner sailor skater tiger walker wolf',
)
