// What is imported in the pictures.

const given = ['Ingrid', 'Jonas', 'Maren', 'Tobias', 'Freja', 'Anders', 'Sigrid', 'Emil', 'Astrid', 'Henrik']
const family = ['Quist', 'Halvorsen', 'Berg', 'Lindqvist', 'Dahl', 'Sørensen', 'Nyström']
const otherFamily = ['Aalto', 'Bjerke', 'Engström', 'Falk', 'Grønvold', 'Hedlund', 'Iversen']
const firms = ['Northlight Windows', 'Fjord Insulation', 'Kestrel Roofing', 'Havn Architects', 'Bluebell Housing']

let fairs = 0

/** From a stand at a fair, written down in a hurry: other people each time, or they would be known. */
export function fair(): string {
  const families = fairs++ % 2 === 0 ? family : otherFamily
  const rows = Array.from({ length: 58 }, (_, n) => {
    const [first, last, firm] = [given[n % given.length]!, families[n % families.length]!, firms[n % firms.length]!]
    const domain = `${firm.split(' ')[0]!.toLowerCase()}.example`
    const address = n === 3 ? 'j.quist at northlight' : n === 17 ? 'maren(at)fjord' : `${first}.${last}`.toLowerCase().replaceAll(/[^a-z.]/g, 'o') + `@${domain}`
    return n === 31 ? ',,Kestrel Roofing,,B12,Roofs,' : `${first} ${last},${address},${firm},${['Buyer', 'Site manager', 'Architect'][n % 3]},${'ABC'[n % 3]}${n % 20},${['Windows', 'Heat pumps', 'Cellulose'][n % 3]},`
  })
  return ['Name,E-mail,Company,Role,Stand,Interested in,Birthday', ...rows].join('\n')
}

/** So many that one sees them come in. */
export const customers = ['First name,Last name,E-mail,Company', ...Array.from({ length: 60_000 }, (_, n) => `${given[n % 10]},${family[n % 7]} ${n},c${n}@customer${n % 900}.example,Customer ${n % 900}`)].join('\n')
