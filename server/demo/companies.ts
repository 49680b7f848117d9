// What companies are called where they are at home, and what people are there. British and Irish ones are in names.ts.

export interface LocalNames {
  /** Proper names beside the families'. */
  places: readonly string[]
  /** By the tag of a trade: what a company of it is called, around a proper name. */
  names: Record<string, readonly ((proper: string) => string)[]>
  /** By the tag of a trade; where there are none, the English ones. */
  titles?: Record<string, readonly string[]>
  /** How its letters are written in addresses, where leaving out the accent is not how it is done. */
  letters?: Record<string, string>
}

/** By the end of a domain. */
export const localNames: Record<string, LocalNames | undefined> = {
  de: {
    places: ['Ahrensfeld', 'Birkenau', 'Buchholz', 'Eichwald', 'Falkenstein', 'Grünberg', 'Hohenau', 'Kaltenbach', 'Lindenau', 'Marienthal', 'Rosenfeld', 'Seehausen', 'Talheim', 'Waldkirch', 'Wiesenthal'],
    names: {
      client: [(name) => `${name} Wohnbau`, (name) => `Wohnungsgenossenschaft ${name}`, (name) => `Hotel ${name}`, (name) => `Seniorenstift ${name}`, (name) => `${name} Immobilien`],
      supplier: [(name) => `${name} Wärmepumpen`, (name) => `Fensterbau ${name}`, (name) => `${name} Dämmtechnik`, (name) => `${name} Regelungstechnik`, (name) => `${name} Solar`],
      partner: [(name) => `Architekturbüro ${name}`, (name) => `Ingenieurbüro ${name}`, (name) => `${name} + Partner`, (name) => `Planungsgruppe ${name}`],
      'public sector': [(name) => `Stadtwerke ${name}`, (name) => `Hochschule ${name}`, (name) => `Klinikum ${name}`],
      investor: [(name) => `${name} Beteiligungen`, (name) => `${name} Kapital`],
      press: [(name) => `Tageblatt ${name}`, (name) => `${name} Fachverlag`],
      candidate: [(name) => `Energieberatung ${name}`],
    },
    titles: {
      client: ['Leitung Gebäudemanagement', 'Energiemanagement', 'Geschäftsführung', 'Nachhaltigkeit', 'Bauleitung', 'Finanzen'],
      supplier: ['Vertrieb', 'Technischer Vertrieb', 'Auftragsabwicklung', 'Produktentwicklung', 'Kundendienst'],
      partner: ['Büroleitung', 'Projektleitung', 'Entwurf', 'Tragwerksplanung', 'Bauphysik'],
      'public sector': ['Bauamt', 'Einkauf und Vergabe', 'Klimaschutzmanagement', 'Hochbau', 'Gebäudebewirtschaftung'],
      investor: ['Investment', 'Analyse', 'Beteiligungsmanagement'],
      press: ['Redaktion', 'Reportage'],
      candidate: ['Energieberatung', 'Projektleitung'],
    },
    letters: { ä: 'ae', ö: 'oe', ü: 'ue' },
  },
  fr: {
    places: ['Beaulieu', 'Chantemerle', 'Clairval', 'Fontenay', 'Grandpré', 'Hauteville', 'Lormont', 'Montclair', 'Rochebrune', 'Saint-Aubin', 'Valmont', 'Vauclair', 'Villeneuve'],
    names: {
      client: [(name) => `Résidences ${name}`, (name) => `Hôtels ${name}`, (name) => `Foncière ${name}`, (name) => `Habitat ${name}`, (name) => `Groupe scolaire ${name}`],
      supplier: [(name) => `${name} Thermique`, (name) => `Menuiseries ${name}`, (name) => `${name} Isolation`, (name) => `${name} Solaire`],
      partner: [(name) => `Atelier ${name}`, (name) => `${name} Architectes`, (name) => `Bureau d’études ${name}`, (name) => `${name} & Associés`],
      'public sector': [(name) => `Mairie de ${name}`, (name) => `Université ${name}`, (name) => `Hôpital ${name}`],
      investor: [(name) => `${name} Capital`, (name) => `${name} Gestion`],
      press: [(name) => `Le Courrier de ${name}`, (name) => `${name} Magazine`],
      candidate: [(name) => `${name} Conseil`],
    },
    titles: {
      client: ['Direction du patrimoine', 'Responsable énergie', 'Direction générale', 'Développement durable', 'Conduite de travaux', 'Direction financière'],
      supplier: ['Service commercial', 'Support technique', 'Direction des opérations', 'Service après-vente', 'Export'],
      partner: ['Architecte', 'Chef de projet', 'Thermicienne', 'Ingénieur structure', 'Gérance'],
      'public sector': ['Service urbanisme', 'Marchés publics', 'Plan climat', 'Direction des bâtiments'],
      investor: ['Direction des investissements', 'Analyste'],
      press: ['Rédaction', 'Journaliste'],
      candidate: ['Ingénieur énergie', 'Chef de projet'],
    },
  },
  es: {
    places: ['Alameda', 'Arroyo Blanco', 'Encinar', 'Fuentebella', 'Montealto', 'Olivares', 'Peñalba', 'Robledo', 'Salinas', 'Valdemar', 'Villaseca', 'Zarzal'],
    names: {
      client: [(name) => `Hoteles ${name}`, (name) => `Viviendas ${name}`, (name) => `Colegio ${name}`, (name) => `Residencias ${name}`, (name) => `Inmobiliaria ${name}`],
      supplier: [(name) => `Climatización ${name}`, (name) => `Ventanas ${name}`, (name) => `Aislamientos ${name}`, (name) => `${name} Solar`],
      partner: [(name) => `Estudio ${name}`, (name) => `${name} Arquitectos`, (name) => `Ingeniería ${name}`],
      'public sector': [(name) => `Ayuntamiento de ${name}`, (name) => `Universidad ${name}`, (name) => `Hospital ${name}`],
      investor: [(name) => `${name} Capital`],
      press: [(name) => `Diario de ${name}`, (name) => `Revista ${name}`],
      candidate: [(name) => `Consultoría ${name}`],
    },
    titles: {
      client: ['Dirección de patrimonio', 'Gestión energética', 'Dirección general', 'Sostenibilidad', 'Jefatura de obra', 'Finanzas'],
      supplier: ['Ventas', 'Asistencia técnica', 'Operaciones', 'Exportación'],
      partner: ['Arquitectura', 'Jefatura de proyecto', 'Estructuras', 'Instalaciones'],
      'public sector': ['Urbanismo', 'Contratación', 'Plan de clima', 'Obras y mantenimiento'],
      investor: ['Inversiones', 'Análisis'],
      press: ['Redacción', 'Reportajes'],
      candidate: ['Ingeniería energética', 'Jefatura de proyecto'],
    },
  },
  nl: {
    places: ['Berkenhof', 'Dorpswijk', 'Eikenrode', 'Groenveld', 'Kleiwijk', 'Lindelo', 'Meerzicht', 'Oosterwold', 'Rietdam', 'Waterland', 'Zonneveld'],
    names: {
      client: [(name) => `Woonstichting ${name}`, (name) => `${name} Vastgoed`, (name) => `Hotel ${name}`, (name) => `Zorggroep ${name}`, (name) => `Scholengroep ${name}`],
      supplier: [(name) => `${name} Warmtepompen`, (name) => `${name} Glas`, (name) => `${name} Isolatie`, (name) => `${name} Zonne-energie`],
      partner: [(name) => `${name} Architecten`, (name) => `Ingenieursbureau ${name}`, (name) => `Bureau ${name}`],
      'public sector': [(name) => `Gemeente ${name}`, (name) => `Hogeschool ${name}`, (name) => `Ziekenhuis ${name}`],
      investor: [(name) => `${name} Investeringen`],
      press: [(name) => `${name} Courant`],
      candidate: [(name) => `${name} Advies`],
    },
  },
  pl: {
    places: ['Brzozowo', 'Dębina', 'Jaworów', 'Kalinowo', 'Lipowa', 'Modrzewie', 'Olszynka', 'Sosnowa', 'Wierzbno'],
    names: {
      client: [(name) => `Osiedle ${name}`, (name) => `Hotel ${name}`, (name) => `${name} Nieruchomości`, (name) => `Spółdzielnia ${name}`],
      supplier: [(name) => `${name} Pompy Ciepła`, (name) => `${name} Okna`, (name) => `${name} Izolacje`, (name) => `${name} Solar`],
      partner: [(name) => `${name} Architekci`, (name) => `Pracownia ${name}`, (name) => `Biuro Projektowe ${name}`],
      'public sector': [(name) => `Urząd Miasta ${name}`, (name) => `Szpital ${name}`],
      investor: [(name) => `${name} Inwestycje`],
      press: [(name) => `Kurier ${name}`],
      candidate: [(name) => `${name} Doradztwo`],
    },
  },
  pt: {
    places: ['Carvalhal', 'Fontainhas', 'Lameiras', 'Olival', 'Pinhal', 'Ribeira', 'Salgueiro', 'Vale Verde'],
    names: {
      client: [(name) => `Hotéis ${name}`, (name) => `Habitação ${name}`, (name) => `Colégio ${name}`, (name) => `Imobiliária ${name}`],
      supplier: [(name) => `Climatização ${name}`, (name) => `Caixilharia ${name}`, (name) => `${name} Solar`],
      partner: [(name) => `Atelier ${name}`, (name) => `${name} Arquitetos`, (name) => `Engenharia ${name}`],
      'public sector': [(name) => `Câmara Municipal de ${name}`, (name) => `Universidade ${name}`],
      investor: [(name) => `${name} Capital`],
      press: [(name) => `Jornal de ${name}`],
      candidate: [(name) => `${name} Consultores`],
    },
  },
  jp: {
    places: [],
    names: {
      client: [(name) => `${name}不動産`, (name) => `${name}ホテル`, (name) => `${name}学園`],
      supplier: [(name) => `${name}設備`, (name) => `${name}硝子`, (name) => `${name}断熱工業`],
      partner: [(name) => `${name}建築設計事務所`],
      'public sector': [(name) => `${name}大学`],
      investor: [(name) => `${name}キャピタル`],
      press: [(name) => `${name}新聞`],
      candidate: [(name) => `${name}コンサルティング`],
    },
  },
  gr: {
    places: [],
    names: {
      client: [(name) => `Ξενοδοχεία ${name}`, (name) => `Κατοικίες ${name}`],
      supplier: [(name) => `${name} Θερμική`, (name) => `${name} Κουφώματα`],
      partner: [(name) => `${name} Αρχιτέκτονες`, (name) => `Γραφείο Μελετών ${name}`],
      'public sector': [(name) => `Νοσοκομείο ${name}`],
      investor: [(name) => `${name} Επενδύσεις`],
      press: [(name) => `Εκδόσεις ${name}`],
      candidate: [(name) => `${name} Σύμβουλοι`],
    },
  },
}
