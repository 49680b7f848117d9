// What people and their companies are called, by where they are from. Latin script and others: a workspace has both.

export interface Region {
  country: string
  cities: readonly string[]
  /** The end of the companies' domains. */
  domain: string
  dial: string
  given: readonly string[]
  family: readonly string[]
  /** How often people come from here, of a hundred. */
  share: number
}

export const regions: readonly Region[] = [
  {
    country: 'United Kingdom', cities: ['London', 'Bristol', 'Leeds', 'Edinburgh', 'Manchester'], domain: 'co.uk', dial: '+44 20 7946', share: 30,
    given: ['Amelia', 'Oliver', 'Isla', 'George', 'Freya', 'Harry', 'Niamh', 'Callum', 'Imogen', 'Rhys', 'Priya', 'Tariq', 'Beth', 'Duncan', 'Ngozi', 'Alfie', 'Harriet', 'Idris', 'Eleanor', 'Samir', 'Aidan', 'Bronwen', 'Caroline', 'Dylan', 'Esme', 'Fergus', 'Georgina', 'Hamza', 'Ivy', 'Jamal', 'Keira', 'Leo', 'Maeve', 'Nathan', 'Olivia', 'Rosalind', 'Stuart', 'Tessa', 'Victor', 'Zara'],
    family: ['Ashworth', 'Bennett', 'Carmichael', 'Davies', 'Ellery', 'Fairbairn', 'Gallagher', 'Holloway', 'Iqbal', 'Jarvis', 'Kettering', 'Lockwood', 'McAllister', 'Nwosu', 'Okafor', 'Patel', 'Redfern', 'Sutcliffe', 'Thackeray', 'Whitfield', 'Adeyemi', 'Barlow', 'Chaudhry', 'Drummond', 'Entwistle', 'Farrow', 'Grimshaw', 'Hargreaves', 'Inglis', 'Johal', 'Kerr', 'Lomax', 'Mistry', 'Nuttall', 'Osborne', 'Pritchard', 'Rafferty', 'Stanhope', 'Tennant', 'Wainwright'],
  },
  {
    country: 'Germany', cities: ['Hamburg', 'Leipzig', 'Köln', 'München', 'Freiburg'], domain: 'de', dial: '+49 40 5550', share: 18,
    given: ['Anneliese', 'Jürgen', 'Katrin', 'Lukas', 'Mareike', 'Stefan', 'Ulrike', 'Björn', 'Heike', 'Matthias', 'Sabine', 'Tobias', 'Verena', 'Emre', 'Lena', 'Andreas', 'Birgit', 'Carsten', 'Doris', 'Florian', 'Hanna', 'Ingo', 'Jonas', 'Klara', 'Martin', 'Nele', 'Rainer', 'Silke', 'Torsten', 'Yusuf'],
    family: ['Bäcker', 'Dietrich', 'Eichhorn', 'Fröhlich', 'Großmann', 'Hartwig', 'Jäger', 'Krüger', 'Lindemann', 'Müller', 'Nowak', 'Öztürk', 'Petersen', 'Schäfer', 'Weiß', 'Albrecht', 'Brückner', 'Ebert', 'Fuchs', 'Gerlach', 'Haas', 'Keller', 'Lorenz', 'Möller', 'Pohl', 'Reinhardt', 'Seidel', 'Vogt', 'Yılmaz', 'Ziegler'],
  },
  {
    country: 'France', cities: ['Lyon', 'Nantes', 'Paris', 'Grenoble'], domain: 'fr', dial: '+33 1 99 00', share: 12,
    given: ['Aurélie', 'Benoît', 'Camille', 'Étienne', 'Françoise', 'Hugo', 'Inès', 'Jérôme', 'Maëlle', 'Océane', 'Thibault', 'Yasmine', 'Antoine', 'Chloé', 'Damien', 'Élodie', 'Gaël', 'Hélène', 'Karim', 'Loïc', 'Mathilde', 'Nadia', 'Pascal', 'Sylvie'],
    family: ['Barthélemy', 'Chevalier', 'Delacroix', 'Fournier', 'Garnier', 'Haddad', 'Lefèvre', 'Marchand', 'Nguyen', 'Perrin', 'Rousseau', 'Vidal', 'Aubert', 'Besson', 'Carpentier', 'Dumas', 'Faure', 'Guérin', 'Leclerc', 'Mercier', 'Noël', 'Poirier', 'Renard', 'Tessier'],
  },
  {
    country: 'Spain', cities: ['Bilbao', 'Valencia', 'Madrid'], domain: 'es', dial: '+34 91 555', share: 9,
    given: ['Alejandro', 'Begoña', 'Carmen', 'Íñigo', 'Lucía', 'Marta', 'Nuria', 'Óscar', 'Ramón', 'Sofía', 'Álvaro', 'Blanca', 'Diego', 'Elena', 'Gonzalo', 'Irene', 'Javier', 'Pilar', 'Raúl', 'Teresa'],
    family: ['Aguirre', 'Beltrán', 'Cortés', 'Echevarría', 'Fernández', 'Ibáñez', 'Molina', 'Núñez', 'Peña', 'Zabala', 'Arrieta', 'Blasco', 'Calvo', 'Domínguez', 'Gallego', 'Herrero', 'Lozano', 'Ortega', 'Rivas', 'Serrano'],
  },
  {
    country: 'Netherlands', cities: ['Utrecht', 'Rotterdam', 'Eindhoven'], domain: 'nl', dial: '+31 20 555', share: 9,
    given: ['Anouk', 'Bram', 'Daan', 'Femke', 'Joris', 'Lotte', 'Maarten', 'Sanne', 'Thijs', 'Willemijn', 'Arjen', 'Esther', 'Floor', 'Gijs', 'Hilde', 'Jasper', 'Marieke', 'Niels', 'Roos', 'Wouter'],
    family: ['Bakker', 'de Graaf', 'Dijkstra', 'Hoekstra', 'Jansen', 'Kuipers', 'Smit', 'van den Berg', 'van Leeuwen', 'Visser', 'Brouwer', 'de Wit', 'Hendriks', 'Kok', 'Meijer', 'Postma', 'Schouten', 'Timmermans', 'van Dam', 'Vermeulen'],
  },
  {
    country: 'Poland', cities: ['Gdańsk', 'Kraków', 'Wrocław'], domain: 'pl', dial: '+48 22 555', share: 7,
    given: ['Agnieszka', 'Bartosz', 'Grażyna', 'Jakub', 'Łukasz', 'Małgorzata', 'Paweł', 'Zofia', 'Dorota', 'Kacper', 'Magdalena', 'Mateusz', 'Michał', 'Natalia', 'Tomasz', 'Urszula'],
    // Of those that are the same for women and men.
    family: ['Baran', 'Duda', 'Gołąb', 'Kaczmarek', 'Kowalczyk', 'Król', 'Kubiak', 'Mazur', 'Nowak', 'Pawlak', 'Sikora', 'Wójcik', 'Wrona', 'Zając'],
  },
  {
    country: 'Ireland', cities: ['Dublin', 'Cork', 'Galway'], domain: 'ie', dial: '+353 1 555', share: 6,
    given: ['Aoife', 'Cian', 'Deirdre', 'Fionn', 'Gráinne', 'Oisín', 'Saoirse', 'Tadhg', 'Caoimhe', 'Eoin', 'Niall', 'Orla', 'Róisín', 'Seán', 'Sinéad', 'Ruairí'],
    family: ['Brennan', 'Doyle', 'Fitzgerald', 'Keane', 'Murphy', 'Walsh', 'O’Connor', 'Quinn', 'Byrne', 'Casey', 'Foley', 'Hayes', 'Kelleher', 'Lynch', 'Nolan', 'Power'],
  },
  {
    country: 'Portugal', cities: ['Porto', 'Lisboa'], domain: 'pt', dial: '+351 21 555', share: 5,
    given: ['Beatriz', 'Duarte', 'Inês', 'João', 'Leonor', 'Tomás', 'Ana', 'Bruno', 'Catarina', 'Diogo', 'Filipa', 'Gonçalo', 'Mariana', 'Nuno', 'Rita', 'Sérgio'],
    family: ['Almeida', 'Carvalho', 'Figueiredo', 'Gonçalves', 'Magalhães', 'Simões', 'Antunes', 'Barros', 'Cardoso', 'Esteves', 'Fonseca', 'Lourenço', 'Moreira', 'Pacheco', 'Queirós', 'Tavares'],
  },
  {
    country: 'Japan', cities: ['横浜', '京都'], domain: 'jp', dial: '+81 3 5550', share: 2,
    given: ['美咲', '健太', '陽子', '大輔', '彩', '翔太', '直美', '浩', '真理', '拓也', '恵子', '亮'],
    family: ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '加藤', '吉田', '松本'],
  },
  {
    country: 'Greece', cities: ['Αθήνα', 'Θεσσαλονίκη'], domain: 'gr', dial: '+30 21 0555', share: 2,
    given: ['Ελένη', 'Γιώργος', 'Μαρία', 'Νίκος', 'Κατερίνα', 'Δημήτρης', 'Σοφία', 'Κώστας', 'Άννα', 'Πέτρος', 'Ιωάννα', 'Σταύρος'],
    family: ['Αντωνίου', 'Οικονόμου', 'Νικολάου', 'Γεωργίου', 'Αθανασίου', 'Βασιλείου', 'Δημητρίου', 'Ιωάννου', 'Κωνσταντίνου', 'Αλεξίου', 'Χρήστου', 'Σωτηρίου'],
  },
]

/** Latin spellings of those that do not fit into an address. */
export const romanized: Record<string, string> = {
  美咲: 'misaki', 健太: 'kenta', 陽子: 'yoko', 大輔: 'daisuke', 彩: 'aya', 翔太: 'shota', 直美: 'naomi', 浩: 'hiroshi', 真理: 'mari', 拓也: 'takuya', 恵子: 'keiko', 亮: 'ryo',
  佐藤: 'sato', 鈴木: 'suzuki', 高橋: 'takahashi', 田中: 'tanaka', 伊藤: 'ito', 渡辺: 'watanabe', 山本: 'yamamoto', 中村: 'nakamura', 小林: 'kobayashi', 加藤: 'kato',
  吉田: 'yoshida', 松本: 'matsumoto',
  Ελένη: 'eleni', Γιώργος: 'giorgos', Μαρία: 'maria', Νίκος: 'nikos', Κατερίνα: 'katerina', Δημήτρης: 'dimitris', Σοφία: 'sofia', Κώστας: 'kostas', Άννα: 'anna',
  Πέτρος: 'petros', Ιωάννα: 'ioanna', Σταύρος: 'stavros',
  Αντωνίου: 'antoniou', Οικονόμου: 'oikonomou', Νικολάου: 'nikolaou', Γεωργίου: 'georgiou', Αθανασίου: 'athanasiou', Βασιλείου: 'vasileiou', Δημητρίου: 'dimitriou',
  Ιωάννου: 'ioannou', Κωνσταντίνου: 'konstantinou', Αλεξίου: 'alexiou', Χρήστου: 'christou', Σωτηρίου: 'sotiriou',
  ß: 'ss', Ł: 'l', ł: 'l', ø: 'o', ı: 'i',
}

export interface Trade {
  tag: string
  /** What a company of it is called, around a proper name. */
  names: readonly ((proper: string) => string)[]
  titles: readonly string[]
  share: number
}

export const trades: readonly Trade[] = [
  {
    tag: 'client', share: 34,
    names: [(name) => `${name} Housing Association`, (name) => `${name} Estates`, (name) => `${name} Hotels`, (name) => `${name} Schools Trust`, (name) => `${name} Care Homes`, (name) => `${name} Property Group`],
    titles: ['Head of Estates', 'Energy Manager', 'Facilities Director', 'Managing Director', 'Sustainability Lead', 'Asset Manager', 'Finance Director', 'Site Manager'],
  },
  {
    tag: 'supplier', share: 20,
    names: [(name) => `${name} Heat Pumps`, (name) => `${name} Glazing`, (name) => `${name} Insulation`, (name) => `${name} Controls`, (name) => `${name} Solar`],
    titles: ['Account Manager', 'Technical Sales', 'Operations Manager', 'Product Engineer', 'Service Coordinator', 'Export Manager'],
  },
  {
    tag: 'partner', share: 18,
    names: [(name) => `${name} Architects`, (name) => `${name} Engineers`, (name) => `${name} & Partners`, (name) => `Studio ${name}`, (name) => `${name} Surveyors`],
    titles: ['Partner', 'Associate', 'Project Architect', 'Structural Engineer', 'Building Physicist', 'Surveyor', 'Practice Manager'],
  },
  {
    tag: 'public sector', share: 12,
    names: [(name) => `${name} City Council`, (name) => `${name} University`, (name) => `${name} Hospital Trust`],
    titles: ['Planning Officer', 'Procurement Officer', 'Climate Coordinator', 'Head of Capital Projects', 'Conservation Officer'],
  },
  {
    tag: 'investor', share: 6,
    names: [(name) => `${name} Capital`, (name) => `${name} Green Ventures`],
    titles: ['Partner', 'Investment Director', 'Analyst'],
  },
  {
    tag: 'press', share: 5,
    names: [(name) => `${name} Post`, (name) => `The ${name} Review`],
    titles: ['Editor', 'Reporter', 'Columnist'],
  },
  {
    tag: 'candidate', share: 5,
    names: [(name) => `${name} Consulting`],
    titles: ['Energy Engineer', 'Project Manager', 'Bid Writer'],
  },
]

export const properNames = [
  'Aldgate', 'Ambleside', 'Anchorage', 'Arden', 'Belvoir', 'Birchwood', 'Blackthorn', 'Bramley', 'Brightwater', 'Calder', 'Castlegate', 'Cedar', 'Clearwell',
  'Coppice', 'Corvus', 'Dovecote', 'Eastbank', 'Elmfield', 'Fairholme', 'Falcon', 'Fernhill', 'Foxglove', 'Glenmore', 'Greenock', 'Hallam', 'Harbour', 'Hawthorn',
  'Heron', 'Highgate', 'Holm', 'Ironbridge', 'Juniper', 'Kestrel', 'Kingsley', 'Lakeside', 'Larkfield', 'Lindisfarne', 'Lowry', 'Marlow', 'Meridian', 'Millrace',
  'Northgate', 'Oakhanger', 'Orchard', 'Osprey', 'Pemberton', 'Pinecrest', 'Quayside', 'Ravenscar', 'Ridgeway', 'Rowan', 'Saltmarsh', 'Seaborne', 'Selkirk',
  'Silverdale', 'Stonebridge', 'Tamarind', 'Thornbury', 'Tideway', 'Tower', 'Underwood', 'Verity', 'Wharfedale', 'Willow', 'Windrush', 'Wren', 'Yarrow', 'Zephyr',
] as const

/** Who works at the demo company itself. */
export const team = [
  { name: 'Nora Alder', email: 'nora@alderpine.example', role: 'owner', title: 'Founder' },
  { name: 'Felix Brandt', email: 'felix@alderpine.example', role: 'admin', title: 'Operations' },
  { name: 'Chiara Rossi', email: 'chiara@alderpine.example', role: 'member', title: 'Retrofit lead' },
  { name: 'Dev Raman', email: 'dev@alderpine.example', role: 'member', title: 'Building physics' },
  { name: 'Signe Lund', email: 'signe@alderpine.example', role: 'member', title: 'Partnerships' },
  { name: 'Marcus Obi', email: 'marcus@alderpine.example', role: 'member', title: 'Projects' },
] as const

/** Of the tags that one looks for in a list; the others have none. */
export const tagColors: Record<string, string> = {
  client: '#0f766e', supplier: '#ca8a04', partner: '#2563eb', 'public sector': '#7c3aed', investor: '#65a30d', press: '#c026d3', vip: '#e11d48',
}
