// In which language the team and somebody write to each other: English with most, with others their own. The building and the days
// have another name in each.

import { scenes as english, vocabulary, type Scene } from './conversations.ts'

export interface Language {
  scenes: readonly Scene[]
  vocabulary: Record<string, readonly string[]>
  greetings: readonly string[]
  closings: readonly string[]
  /** What introduces a quote. */
  wrote(date: string, name: string): string
}

/** By the end of a domain: of where somebody is at home. English is everybody's. */
export function languagesOf(domain: string): readonly Language[] {
  const own = languages[domain]
  return own ? [inEnglish, own] : [inEnglish]
}

const inEnglish: Language = {
  scenes: english,
  vocabulary,
  greetings: ['Hello', 'Dear', 'Hi'],
  closings: ['Best wishes', 'Kind regards', 'Many thanks', 'All the best', 'Warm regards'],
  wrote: (date, name) => `On ${date.replace('T', ' at ')}, ${name} wrote:`,
}

const languages: Record<string, Language | undefined> = {
  de: {
    vocabulary: {
      ...vocabulary,
      building: ['des Nordflügels', 'der Musikschule', 'des alten Kornspeichers', 'der Stadtbücherei', 'des Hallenbads', 'der Häuser am Hafen'],
      weekday: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
      month: ['Januar', 'März', 'April', 'Juni', 'September', 'Oktober', 'November'],
      measure: ['die Wärmepumpen', 'die Dämmung der Fassade', 'die neuen Fenster', 'die Lüftung', 'die Photovoltaik'],
      weeks: ['drei', 'vier', 'sechs', 'acht', 'zehn'],
      event: ['den Passivhaustagen', 'der Messe „Gebäude & Wärme“', 'unserem Tag der offenen Tür'],
      amount: ['18.400 €', '42.750 €', '96.300 €', '127.900 €'],
    },
    greetings: ['Hallo', 'Guten Tag'],
    closings: ['Viele Grüße', 'Herzliche Grüße', 'Mit freundlichen Grüßen', 'Beste Grüße'],
    wrote: (date, name) => `Am ${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)} um ${date.slice(11)} schrieb ${name}:`,
    scenes: [
      {
        with: ['client', 'public sector'], subject: 'Sanierung {building}: Rückfrage zur Förderung',
        lines: [
          { by: 'them', after: [0, 0], text: 'können wir die Förderung auch dann beantragen, wenn mit dem Gerüst schon begonnen wurde? Unsere Geschäftsführung möchte keine Zeit verlieren.' },
          { by: 'us', after: [2, 20], text: 'bitte noch nicht beginnen: der Antrag muss vor dem ersten Auftrag gestellt sein. Das Gerüst für Instandsetzungen ist unschädlich, solange es getrennt abgerechnet wird. Wir reichen den Antrag bis {weekday} ein.' },
          { by: 'them', after: [3, 30], text: 'vielen Dank für die schnelle Antwort. Dann warten wir bis {weekday}.' },
        ],
      },
      {
        with: ['supplier', 'partner', 'client'], subject: 'Angebot für {measure}',
        lines: [
          { by: 'us', after: [0, 0], text: 'für die Sanierung {building} brauchen wir {measure}. Das Leistungsverzeichnis liegt bei. Könnt ihr uns bis {weekday} ein Angebot schicken?', file: 'Leistungsverzeichnis.pdf' },
          { by: 'them', after: [10, 60], text: 'danke für die Anfrage. Unser Angebot über {amount} liegt bei, Lieferzeit {weeks} Wochen. Für Position 3 haben wir eine Variante gerechnet, die leiser ist und nicht mehr kostet.', file: 'Angebot.pdf' },
          { by: 'us', after: [4, 48], text: 'die Variante gefällt uns. Der Auftrag kommt, sobald der Bauherr unterschrieben hat, spätestens im {month}.' },
        ],
      },
      {
        with: ['press', 'investor', 'candidate', 'newsletter', 'vip'], subject: 'Treffen bei {event}?',
        lines: [
          { by: 'them', after: [0, 0], text: 'ich bin am {weekday} bei {event} und würde gern hören, wie die Sanierung {building} läuft. Hätten Sie um {time} eine halbe Stunde?' },
          { by: 'us', after: [2, 30], text: 'sehr gern. {weekday}, {time}, am Stand der Stadtwerke: dort gibt es den besseren Kaffee.' },
        ],
      },
    ],
  },
  fr: {
    vocabulary: {
      ...vocabulary,
      building: ['l’école de musique', 'la bibliothèque', 'l’ancienne halle', 'la résidence du port', 'l’aile nord'],
      weekday: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
      measure: ['les pompes à chaleur', 'l’isolation des façades', 'les fenêtres', 'la ventilation'],
      month: ['janvier', 'mars', 'avril', 'juin', 'septembre', 'octobre'],
      weeks: ['trois', 'quatre', 'six', 'huit'],
    },
    greetings: ['Bonjour'],
    closings: ['Cordialement', 'Bien à vous', 'Bonne journée'],
    wrote: (date, name) => `Le ${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)} à ${date.slice(11)}, ${name} a écrit :`,
    scenes: [
      {
        with: ['supplier', 'partner'], subject: 'Visite de chantier, {building}',
        lines: [
          { by: 'them', after: [0, 0], text: 'nous passons {weekday} à {time} pour {measure}. Pouvez-vous nous confirmer l’accès par la cour ?' },
          { by: 'us', after: [2, 18], text: 'oui, l’accès par la cour est libre jusqu’à midi. Marcus sera sur place avec les clés.' },
        ],
      },
      {
        with: ['client', 'public sector', 'investor', 'press', 'candidate'], subject: 'Travaux : {building}',
        lines: [
          { by: 'them', after: [0, 0], text: 'où en sommes-nous pour {building} ? Le conseil se réunit {weekday} et voudrait voir un chiffre.' },
          { by: 'us', after: [3, 24], text: 'le rapport est joint. Avec {measure}, la consommation baisse de {percent} %. Les travaux commencent en {month} et durent {weeks} semaines.', file: 'rapport.pdf' },
          { by: 'them', after: [5, 48], text: 'parfait, c’est exactement ce qu’il nous fallait. Merci !' },
        ],
      },
    ],
  },
  es: {
    vocabulary: {
      ...vocabulary,
      building: ['la escuela de música', 'la biblioteca', 'la residencia del puerto', 'la antigua bodega', 'la piscina municipal'],
      weekday: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes'],
      measure: ['las bombas de calor', 'el aislamiento de la fachada', 'las ventanas nuevas'],
      month: ['enero', 'marzo', 'abril', 'junio', 'septiembre', 'octubre'],
    },
    greetings: ['Hola', 'Buenos días'],
    closings: ['Un saludo', 'Saludos cordiales', 'Muchas gracias'],
    wrote: (date, name) => `El ${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)} a las ${date.slice(11)}, ${name} escribió:`,
    scenes: [
      {
        with: ['client', 'partner', 'supplier', 'public sector', 'investor', 'press', 'candidate'], subject: 'Visita a {building}',
        lines: [
          { by: 'them', after: [0, 0], text: '¿podríamos visitar {building} el {weekday} a las {time}? Queremos ver {measure} antes de decidir.' },
          { by: 'us', after: [2, 26], text: 'por supuesto. El {weekday} a las {time} os espera Chiara en la entrada. Las obras terminan en {month}.' },
          { by: 'them', after: [4, 40], text: 'perfecto, allí estaremos.' },
        ],
      },
    ],
  },
}
