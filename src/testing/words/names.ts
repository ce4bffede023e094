/** Given and family names as they go together; the lists are invented, any likeness to a person is chance. */
export type NameList = {
  /** How often people of this list appear, relative to the other lists. */
  readonly weight: number
  /** Language of titles on profiles, where it is one that the seniority ladder has. */
  readonly language: 'en' | 'de' | 'fr' | 'es' | 'it'
  readonly given: readonly string[]
  readonly family: readonly string[]
}

const list = (weight: number, language: NameList['language'], given: string, family: string): NameList => ({
  weight,
  language,
  given: given.split(' '),
  family: family.split(' '),
})

export const nameLists: readonly NameList[] = [
  list(
    16,
    'en',
    'Alice Beth Callum Daisy Edwin Fiona Gareth Hazel Imogen Jasper Kezia Lewis Martha Nigel Olive Percy Rhona Stuart Tamsin Una Verity Wilf Hattie Rupert Elspeth Duncan Morag Angus Bronwen Rhys',
    'Ashcombe Barlow Cartwright Dunmore Eastwick Fairley Garside Hollis Ingleby Jessop Kellaway Langdale Mossman Netherby Oakshott Pemble Quayle Ridley Selwood Thackray Underhay Wainwright Yardley Winstone Marlowe Fenwick Brockway Hartnell Llewellyn Macrae',
  ),
  list(
    12,
    'de',
    'Anke Bernd Clara Dieter Elke Florian Gudrun Henning Ines Jürgen Katrin Lothar Mareike Norbert Ortrud Philipp Renate Sönke Tanja Uwe Verena Wiebke Matthias Heike Björn Käthe',
    'Ahlers Brandstetter Christiansen Dörfler Eichinger Feldhaus Grünewald Hagenbeck Immler Jansing Kössler Lüders Mertens Niemöller Oberhauser Pfeiffer Quandt Rosenthal Schäffler Thiele Uhlmann Vossberg Weiß Zellner Bäumer Steinkamp',
  ),
  list(
    8,
    'fr',
    'Adèle Bastien Camille Didier Élodie Fabrice Gaëlle Hugues Inès Joël Karine Léonie Maxence Noémie Odile Pascal Quentin Régine Sylvain Théo Yves Zoé',
    'Aubertin Bellanger Chauvet Delacourt Estienne Fontenay Guérin Hébrard Joubert Lacombe Marchand Noiret Ouvrard Pélissier Quesnel Rochefort Sauvage Tessier Valentin Vasseur',
  ),
  list(
    7,
    'es',
    'Adrián Begoña Carlota Diego Elvira Fermín Gonzalo Itziar Joaquín Leire Marisol Nieves Óscar Pilar Ramiro Socorro Tomás Ximena Yolanda Íñigo',
    'Aldana Barrientos Castañeda Domínguez Echeverría Figueroa Galindo Herrero Iturbe Lozano Maldonado Navascués Ordóñez Pedraza Quintana Robledo Sepúlveda Tejada Urrutia Villaseñor',
  ),
  list(
    5,
    'it',
    'Alessia Beppe Chiara Donato Elisa Fabio Ginevra Ilaria Lorenzo Mirella Nicola Ornella Pietro Rosalba Saverio Tiziana Ugo Viola',
    'Altieri Bianchini Cavallaro Donadoni Esposito Ferrante Giordani Iacono Lombardini Mancuso Negroni Orlandi Pellegrino Quaglia Rinaldi Santoro Tagliabue Vitale',
  ),
  list(
    6,
    'en',
    'Agnieszka Bartosz Celina Dorota Elżbieta Grzegorz Halina Jacek Kinga Łukasz Małgorzata Norbert Oliwia Paweł Renata Sławomir Urszula Wojciech Zofia Żaneta',
    'Adamczyk Borkowski Cieślak Dąbrowski Gajewski Jabłoński Kaczmarek Leśniak Malinowski Nowicki Olszewski Pietrzak Rutkowski Sikora Tomczak Urbański Wójcik Zając Świątek Żurek',
  ),
  list(
    6,
    'en',
    'Astrid Bjarne Dagny Eskil Freja Gunnar Hedda Ingrid Jens Kjersti Leif Maren Njål Oddny Pernille Rasmus Søren Tuva Åse Øyvind',
    'Aasland Bergström Dalgaard Engström Fjeldstad Grønlund Haugen Isaksson Kjeldsen Lindqvist Mørk Nygård Ottosen Rønning Sandvik Thorsen Ulvestad Vestergaard Åkesson Østby',
  ),
  list(
    6,
    'en',
    'Aylin Baran Cemre Derya Emre Fidan Gökhan Hale Kerem Leyla Melike Nazlı Okan Pelin Rüya Selim Tuğba Umut Yasemin Zeki',
    'Akıncı Bayraktar Çelik Demirtaş Ertürk Güneş Karaca Kılıç Onat Özdemir Polat Sarıkaya Şahin Tekin Uçar Yıldız',
  ),
  list(
    7,
    'en',
    'Amina Basim Dalia Faris Ghada Hadi Iman Jamil Khadija Layth Maysa Nabil Omaima Qasim Rania Samir Tahani Wael Yasmin Zayd',
    'Abboud Darwish Farouki Ghanem Haddad Itani Jaber Khalifeh Mansouri Nassar Odeh Qabbani Rahal Sabbagh Tamimi Zreik Bennani Chraibi Lahlou Ouazzani',
  ),
  list(
    10,
    'en',
    'Aditi Bharat Chitra Deepak Esha Farhan Gauri Harish Ishaan Jyoti Kavya Lalit Meenal Nikhil Ojas Pallavi Rohan Sneha Tarun Uma Varun Yamini Zubin Anjali',
    'Agarwala Banerji Chaudhari Deshpande Fernandes Ganguly Hegde Iyengar Joshi Kulkarni Lokhande Menon Narayan Oommen Parekh Qureshi Ramaswamy Subramanian Thakkar Upadhyay Venkatesan Wadia',
  ),
  list(
    8,
    'en',
    'Ailin Baozhen Chunhua Dawei Fangfang Guoliang Haoran Jiayi Kaiming Lihua Meilin Ningxin Peiyu Qiaolin Ruolan Shuwen Tianyu Weijun Xinyue Yichen Zhenkai',
    'Bai Cao Deng Fang Gao Huang Jiang Kong Liang Meng Ouyang Pan Qian Ren Shen Tang Wei Xie Yao Zheng',
  ),
  list(
    5,
    'en',
    'Akari Daichi Emiko Fumio Haruka Isamu Junko Kazuya Mayumi Natsuki Osamu Reiko Satoru Tomoko Yasuhiro Yukari',
    'Aoyama Dewa Fujioka Hamasaki Iwata Kamiya Kitagawa Matsuda Nishimura Okabe Sakamoto Shiraishi Takagi Ueno Watanuki Yokota',
  ),
  list(
    4,
    'en',
    'Ara Bomin Chaewon Daehyun Eunji Gyuri Haneul Jaemin Kyungmi Minseo Nari Sangwoo Taeyang Yejin',
    'Ahn Baek Cho Do Gwak Han Jang Kang Min Noh Oh Ryu Seo Yoon',
  ),
  list(
    7,
    'en',
    'Adaeze Babajide Chidinma Damilola Efe Folasade Gbenga Ifeoma Kelechi Lola Mobolaji Ngozi Obinna Patience Rotimi Simisola Tunde Uche Yewande Zainab',
    'Abiodun Balogun Chukwu Dairo Ekwueme Fashola Ibekwe Jegede Komolafe Ladipo Madueke Nwachukwu Oyelaran Popoola Sowande Taiwo Umeh Yakubu',
  ),
  list(
    5,
    'en',
    'Abena Baraka Chausiku Daudi Esi Furaha Imani Jabari Kofi Lerato Mandla Naledi Otieno Palesa Sipho Thandiwe Wanjiru Zuberi',
    'Adjei Boateng Dlamini Gichuru Kamau Khumalo Mbeki Mensah Mokoena Mutua Ndlovu Nkosi Ochieng Owusu Sithole Tetteh Wambua Zulu',
  ),
  list(
    4,
    'en',
    'Anh Bảo Cường Diệp Giang Hạnh Khánh Lan Minh Ngọc Phương Quỳnh Sơn Thảo Uyên Vinh',
    'Bùi Đặng Đinh Dương Hoàng Hồ Huỳnh Lâm Lương Mai Ngô Nguyễn Phạm Trịnh Võ Vương',
  ),
  list(
    6,
    'en',
    'Afonso Beatriz Caio Débora Edson Flávia Gustavo Heloísa Ícaro Joana Leandro Mônica Nelson Otávio Priscila Rui Sérgio Tainá Vinícius Zilda',
    'Amorim Brandão Cardoso Damasceno Esteves Falcão Guimarães Lacerda Magalhães Nóbrega Ornelas Peixoto Queiroz Rezende Saldanha Teles Valadares Xavier',
  ),
  list(
    4,
    'en',
    'Antonis Calliope Dimitra Eleni Fotis Giorgos Ioanna Katerina Lefteris Maro Nikos Panagiota Spyros Thalia Vangelis Xenia',
    'Andreadis Dalianis Economou Fotiadis Galanis Hatzis Kalogeras Lambrakis Makris Nikolaidis Pavlidis Rallis Samaras Tzimas Vlachos Zervas',
  ),
  list(
    5,
    'en',
    'Bohdan Dariia Halyna Iryna Kateryna Lesia Maksym Nadiia Orest Petro Roman Solomiia Taras Ulyana Vasyl Yaroslava',
    'Bondarenko Danylenko Fedorenko Havryliuk Ivaniuk Kovalchuk Lysenko Melnyk Onyshchenko Petrenko Romaniuk Shevchuk Tkachenko Vasylenko Yurchenko Zabolotny',
  ),
  list(
    4,
    'en',
    'Aukai Hana Kahurangi Leilani Mere Nikau Rangi Sefo Tama Wiremu Aroha Losa',
    'Faleolo Hohepa Kauwhata Leota Manihera Ngata Parata Rewiti Tamatea Tuilagi Waaka Matai',
  ),
]
