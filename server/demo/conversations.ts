// What the demo company and its people write to each other: scenes of a few messages each. In the texts, {name} stands
// for something that is drawn once for each conversation.

export interface Line {
  by: 'us' | 'them' | 'colleague'
  /** Hours after the message before, at least and at most. */
  after: readonly [number, number]
  text: string
  /** A file that goes with it. */
  file?: string
}

export interface Scene {
  /** Of whom it is told: tags of contacts. */
  with: readonly string[]
  subject: string
  lines: readonly Line[]
}

export const vocabulary: Record<string, readonly string[]> = {
  building: ['the Victoria Street block', 'Mill Lane', 'the Harbour View flats', 'the old grain store', 'Block C', 'the music school', 'St Anne’s annexe', 'the swimming pool', 'the town library', 'Quay House', 'the north wing', 'the depot'],
  measure: ['the air-source heat pumps', 'the external insulation', 'the triple glazing', 'the ventilation with heat recovery', 'the solar array', 'the new controls', 'the loft insulation', 'the district-heating connection'],
  amount: ['£18,400', '£42,750', '€96,300', '€127,900', '£211,000', '€8,650', '£64,200', '€340,000'],
  percent: ['31', '38', '44', '47', '52', '58', '61'],
  weeks: ['three', 'four', 'six', 'eight', 'ten'],
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  time: ['9:30', '10:00', '11:15', '13:30', '14:00', '15:30', '16:00'],
  number: ['1042', '1187', '1203', '1266', '1310', '1354', '1398', '1421', '1477', '1502'],
  month: ['January', 'March', 'April', 'June', 'September', 'October', 'November'],
  quarter: ['the first quarter', 'the second quarter', 'the third quarter', 'the year'],
  funder: ['the Social Housing Decarbonisation Fund', 'KfW', 'the Green Heat Network Fund', 'the city’s climate fund', 'the European Investment Bank'],
  event: ['the Retrofit Live fair', 'the Passive House conference', 'Ecobuild', 'the Warm Homes forum', 'our open day'],
}

export const scenes: readonly Scene[] = [
  {
    with: ['client', 'public sector'], subject: 'First survey of {building}',
    lines: [
      { by: 'them', after: [0, 0], text: 'We met briefly at {event}. We look after {building} and the heating bills have become hard to defend. Would you come and look at what could be done, and roughly what it would cost?\n\nThe boilers are from 1998 and two of them fail every winter.' },
      { by: 'us', after: [2, 20], text: 'Thank you for writing. We would be glad to. A first survey takes half a day: we look at the envelope, the plant room and a year of meter readings, and you get four pages with what is worth doing in which order.\n\nWould {weekday} at {time} suit you? If you can send the floor plans and last year’s bills before then, we come better prepared.' },
      { by: 'them', after: [4, 40], text: '{weekday} at {time} works. Our caretaker will let you into the plant room. Plans are attached; the bills follow when I have found them all.', file: 'floor-plans.pdf' },
      { by: 'us', after: [1, 8], text: 'Thank you, the plans are just what we need. See you on {weekday}.' },
      { by: 'us', after: [90, 200], text: 'It was good to see {building}. The short version: with {measure} and some draught-proofing the demand falls by about {percent} %, and the two old boilers can go. Our report is attached. The three things on page two pay for themselves in under five years.\n\nShall we talk it through before your board meets?', file: 'survey-report.pdf' },
      { by: 'them', after: [20, 70], text: 'This is very clear, thank you. I have forwarded it to our finance director. Could you come on {weekday} and answer her questions?' },
    ],
  },
  {
    with: ['client', 'public sector'], subject: 'Proposal for {building}',
    lines: [
      { by: 'us', after: [0, 0], text: 'As agreed, here is our proposal for {building}: design, tender and site supervision of {measure}, for {amount} plus VAT. It is valid for eight weeks.\n\nWe assumed that the work is done in the school holidays. If that changes, the programme on page five gets {weeks} weeks longer, the price does not.', file: 'proposal-{number}.pdf' },
      { by: 'them', after: [30, 120], text: 'Thank you. Two questions from our side:\n\n1. Is the monitoring of the first year included?\n2. We have to show three offers above {amount}. Can you help with a description that others could quote against?' },
      { by: 'us', after: [3, 24], text: '1. Yes, a full year, with a report every quarter.\n2. Of course. A neutral description is attached. You may use it freely.', file: 'description-of-works.docx' },
      { by: 'them', after: [100, 300], text: 'The board has said yes. Please send the contract to our procurement office, with me in copy. We look forward to starting in {month}.' },
      { by: 'us', after: [1, 10], text: 'That is wonderful news. The contract goes out today. Chiara will lead the work and will call you this week about access and the tenants’ letter.' },
    ],
  },
  {
    with: ['client', 'public sector'], subject: 'Tenants’ questions about {measure}',
    lines: [
      { by: 'them', after: [0, 0], text: 'After the letter we had eleven calls. Most ask how loud it will be and whether they must move out. Could somebody come to the residents’ evening?' },
      { by: 'us', after: [2, 12], text: 'Dev and I will come. Nobody has to move out: each flat is done in two days, and the noisy part is one morning. We bring a unit that people can listen to; that convinces better than any number.' },
      { by: 'them', after: [60, 150], text: 'Thank you again for the evening. Even Mrs Fielding was pleased, and she is not easily pleased. Two residents asked for the slides.' },
      { by: 'us', after: [2, 20], text: 'Here they are, with larger print for the notice board.', file: 'residents-evening.pdf' },
    ],
  },
  {
    with: ['client', 'public sector'], subject: 'Invoice {number}',
    lines: [
      { by: 'us', after: [0, 0], text: 'Attached is invoice {number} for the second stage at {building}, {amount}, due in 30 days.', file: 'invoice-{number}.pdf' },
      { by: 'them', after: [40, 160], text: 'We need our order number on the invoice, otherwise the system sends it back. It is PO-77{number}. Could you issue it again?' },
      { by: 'us', after: [1, 6], text: 'Corrected copy attached, sorry for the detour.', file: 'invoice-{number}-corrected.pdf' },
      { by: 'them', after: [200, 500], text: 'Paid this morning.' },
    ],
  },
  {
    with: ['client'], subject: 'Heating off in {building} since last night',
    lines: [
      { by: 'them', after: [0, 0], text: 'Since about ten last night there is no heat on the two upper floors. The display shows “low flow 27”. We have families with small children up there. Can you help quickly?' },
      { by: 'us', after: [0, 1], text: 'Marcus is on his way and will be with you before {time}. Until then: please leave the pump switched on, and do not reset it again. “Low flow 27” is most often a closed valve after maintenance.' },
      { by: 'us', after: [3, 7], text: 'It was the isolating valve behind the buffer tank; it had been left half closed after Tuesday’s service. Both floors are warm again. We have told the service company, and put a label on the valve.' },
      { by: 'them', after: [1, 6], text: 'You saved our weekend. Thank you, and thanks to Marcus.' },
    ],
  },
  {
    with: ['client', 'public sector'], subject: 'One year of readings from {building}',
    lines: [
      { by: 'us', after: [0, 0], text: 'The first year is complete. Heat demand is down by {percent} % against the three years before, corrected for the weather. We had promised a little less. The report shows each month; the one odd week in {month} was the open roof hatch.', file: 'monitoring-year-1.pdf' },
      { by: 'them', after: [20, 90], text: 'I read this out in the board meeting and people clapped, which does not happen. May we quote you in our annual report?' },
      { by: 'us', after: [2, 24], text: 'With pleasure. If you like, quote the residents rather than us; two of them said very good things at the summer party.' },
    ],
  },
  {
    with: ['client', 'public sector'], subject: 'Funding from {funder}',
    lines: [
      { by: 'us', after: [0, 0], text: 'A call that fits {building} opens on the first of {month}: {funder} pays up to {percent} % of the measures if the application is complete on the first day. Shall we prepare it? It takes us about {weeks} days and costs nothing unless it is granted.' },
      { by: 'them', after: [10, 60], text: 'Yes please. What do you need from us?' },
      { by: 'us', after: [2, 20], text: 'Three things: the extract from the land register, the energy certificate and a signature on the attached form.', file: 'application-form.pdf' },
      { by: 'them', after: [70, 160], text: 'All three attached. The certificate is from before the new roof; I hope that does not matter.', file: 'documents.zip' },
      { by: 'us', after: [500, 900], text: 'Granted in full. The letter is attached; the money comes in two halves. Congratulations.', file: 'grant-letter.pdf' },
      { by: 'them', after: [1, 12], text: 'I did not dare to hope. Thank you all!' },
    ],
  },
  {
    with: ['supplier'], subject: 'Quote for {measure}, {building}',
    lines: [
      { by: 'us', after: [0, 0], text: 'Please quote for {measure} at {building}. The schedule is attached. We need prices by {weekday} and delivery in {month}; if a variant with the same performance comes sooner, please offer it as well.', file: 'schedule.xlsx' },
      { by: 'them', after: [20, 90], text: 'Thank you for the enquiry. Our offer is attached: {amount} delivered to site, {weeks} weeks from order. For the second position we offer the new series, which is quieter by 4 dB at the same price.', file: 'quotation-{number}.pdf' },
      { by: 'us', after: [5, 50], text: 'We would like to order on these terms if you can hold the price until the end of {month}. Is the five-year warranty included?' },
      { by: 'them', after: [4, 30], text: 'Price held, and yes, five years including labour.' },
      { by: 'us', after: [20, 80], text: 'Then please take this as our order. Marcus will agree the delivery slots with you; the crane is there on two days only.', file: 'order-{number}.pdf' },
    ],
  },
  {
    with: ['supplier'], subject: 'Delivery for {building} delayed',
    lines: [
      { by: 'them', after: [0, 0], text: 'I am sorry to tell you that the units for {building} will leave the factory {weeks} days late. A sub-supplier had a fire in the coating line. Nobody was hurt.' },
      { by: 'us', after: [1, 6], text: 'Good that nobody was hurt. The crane is booked for {weekday}. Can you send what is finished, and the rest later at your cost? Then we can begin on the east side.' },
      { by: 'them', after: [3, 20], text: 'Yes: six of ten units leave today and are on site on {weekday} morning. We carry the second transport.' },
      { by: 'us', after: [1, 8], text: 'Thank you for the quick solution. Marcus will be there from seven.' },
    ],
  },
  {
    with: ['partner'], subject: 'Details at the eaves, {building}',
    lines: [
      { by: 'them', after: [0, 0], text: 'We are drawing the eaves for {building} now. With 200 mm of insulation the gutter moves out and the conservation officer will object. Would 160 mm with a better product still reach your target?' },
      { by: 'us', after: [10, 40], text: 'I ran it again: with 160 mm at 0.021 the whole wall loses 3 % more, which we win back at the ground floor. So yes. Please keep the airtight layer continuous behind the purlin; sketch attached.', file: 'eaves-sketch.pdf' },
      { by: 'them', after: [20, 60], text: 'Perfect. We drew it as in your sketch and the officer has agreed. Revised set attached.', file: 'drawings-rev-c.pdf' },
    ],
  },
  {
    with: ['partner'], subject: 'A bid together for {building}?',
    lines: [
      { by: 'them', after: [0, 0], text: 'The tender for {building} is out. We would like to bid, and would like you for the energy part. It is due in {weeks} weeks. Interested?' },
      { by: 'us', after: [3, 20], text: 'Very. Signe can do the references and method statement; Dev the calculations. Shall we meet on {weekday} at {time} to divide the work?' },
      { by: 'them', after: [2, 20], text: '{weekday} {time}, our studio. There is cake.' },
      { by: 'us', after: [200, 400], text: 'Submitted, with four hours to spare. Thank you for the long evening on the drawings.' },
      { by: 'them', after: [500, 900], text: 'We won! 87 points of 100, and full marks for the energy concept. Drinks on us.' },
    ],
  },
  {
    with: ['partner', 'client', 'supplier', 'public sector'], subject: 'Coffee at {event}?',
    lines: [
      { by: 'us', after: [0, 0], text: 'Are you at {event} this year? I am there on {weekday} and would like to hear how things are going, without an agenda.' },
      { by: 'them', after: [5, 60], text: 'I am! {weekday} at {time}, at the coffee stand by the entrance?' },
      { by: 'us', after: [1, 10], text: 'See you there.' },
    ],
  },
  {
    with: ['public sector'], subject: 'Planning enquiry {number}: {building}',
    lines: [
      { by: 'us', after: [0, 0], text: 'We are preparing {measure} for {building}. Before we submit: does the conservation area extend to the rear elevation? The map on your site and the one in the library differ.' },
      { by: 'them', after: [60, 200], text: 'Thank you for asking before and not after. The rear elevation is outside since the amendment of 2019. The front is inside; please keep the sash windows there.' },
      { by: 'us', after: [3, 30], text: 'Many thanks. The front stays as it is; secondary glazing inside.' },
    ],
  },
  {
    with: ['investor'], subject: 'The numbers for {quarter}',
    lines: [
      { by: 'them', after: [0, 0], text: 'Could you send the quarter before our meeting on {weekday}? The partners are most interested in how much of the work is from clients who came back.' },
      { by: 'us', after: [4, 30], text: 'Attached. {percent} % of the fees are from clients of earlier years, which is our best so far. The weak spot is payment time, page three; Felix has a plan for it.', file: 'quarter.xlsx' },
      { by: 'them', after: [20, 60], text: 'Very solid. One question for {weekday}: what would you do with {amount} more?' },
      { by: 'us', after: [2, 20], text: 'Two apprentices and a second thermal camera. In that order.' },
    ],
  },
  {
    with: ['press'], subject: 'A story about {building}',
    lines: [
      { by: 'them', after: [0, 0], text: 'I am writing about old buildings that became cheap to heat, and people keep naming {building}. Could I visit, and talk to somebody who lives there?' },
      { by: 'us', after: [3, 24], text: 'Gladly. The residents have to agree, so I ask them first. Technical questions can go to Dev, who explains it without jargon.' },
      { by: 'us', after: [30, 70], text: 'Two families would be happy to show you their flats on {weekday} at {time}. Please bring a photographer who takes off his shoes.' },
      { by: 'them', after: [150, 300], text: 'The piece is out on Saturday. Attached as it will be printed. Please tell the families that the dog made it into the picture.', file: 'article.pdf' },
    ],
  },
  {
    with: ['candidate'], subject: 'Your application',
    lines: [
      { by: 'them', after: [0, 0], text: 'I read about {building} and would like to work on projects like it. I have five years in building services and a weakness for old plant rooms. My CV is attached.', file: 'cv.pdf' },
      { by: 'us', after: [20, 90], text: 'Thank you, that made us smile. Would you come for an hour on {weekday} at {time}? We show you a project, you tell us what you would have done differently.' },
      { by: 'them', after: [3, 30], text: 'I will be there, and will have opinions.' },
      { by: 'us', after: [60, 150], text: 'We would like you to join us. The offer is attached; start in {month} or when you can.', file: 'offer.pdf' },
      { by: 'them', after: [20, 80], text: 'Signed, with great pleasure!' },
    ],
  },
  {
    with: ['candidate'], subject: 'Internship in {month}',
    lines: [
      { by: 'them', after: [0, 0], text: 'I study building physics and look for an internship from {month} on, three months. I can use a thermal camera and I am not afraid of crawl spaces.' },
      { by: 'us', after: [30, 160], text: 'We have taken somebody for this term already. Your letter was one of the good ones, so please write again in spring; I have made a note to remind myself as well.' },
    ],
  },
  {
    with: ['client', 'partner', 'supplier', 'public sector', 'investor'], subject: 'Leaving at the end of {month}',
    lines: [
      { by: 'them', after: [0, 0], text: 'A short word that I leave at the end of {month}. My colleague takes over and knows about {building}. Thank you for the last years; it was a pleasure to work with people who pick up the phone.' },
      { by: 'us', after: [3, 40], text: 'We are sorry to see you go, and happy for whoever gets you next. Let us stay in touch: where are you going?' },
      { by: 'them', after: [10, 100], text: 'To a small foundation that looks after village halls. You will hear from me, the halls are freezing.' },
    ],
  },
]

export const meetings: readonly string[] = [
  'Site walk, {building}', 'Design review: {measure}', 'Progress call', 'Contract talk', 'Handover of {building}', 'Lunch', 'Monitoring review, {building}',
  'Workshop: {measure}', 'Residents’ evening, {building}', 'Kick-off, {building}', 'Quarterly review', 'Interview',
]
