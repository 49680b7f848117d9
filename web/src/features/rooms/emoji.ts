// The emoji that a team needs, by the names under which they are looked for, in English and German.

export interface Emoji {
  emoji: string
  /** As it is written between colons. */
  name: string
  words: string[]
}

const lines = `
👍 thumbsup +1 like yes ok daumen ja gut
👎 thumbsdown -1 no nein schlecht
❤️ heart love herz liebe
😂 joy laugh tears lachen tränen
🤣 rofl laugh lachen
😀 grinning smile lächeln
😃 smiley happy froh
😄 smile happy lächeln
😁 grin grinsen
😅 sweat_smile relief uff schweiß
😊 blush froh verlegen
🙂 slight_smile lächeln
🙃 upside_down verkehrt
😉 wink zwinkern
😍 heart_eyes love verliebt
🥰 smiling_hearts love verliebt
😘 kiss kuss
😎 sunglasses cool sonnenbrille
🤓 nerd streber
🤩 star_struck wow begeistert
🥳 partying party celebrate feiern
😏 smirk schmunzeln
😌 relieved erleichtert
😴 sleeping tired müde schlafen
🤔 thinking hmm denken nachdenken
🤨 raised_eyebrow sceptical skeptisch
😐 neutral neutral
😶 no_mouth silent sprachlos
🙄 eye_roll augenrollen
😬 grimacing oops autsch
😮 open_mouth wow staunen
😲 astonished wow erstaunt
😳 flushed verlegen
🥺 pleading please bitte
😢 cry sad traurig weinen
😭 sob cry heulen weinen
😞 disappointed sad enttäuscht
😕 confused verwirrt
😟 worried besorgt
😤 triumph schnauben
😠 angry wütend böse
😡 rage angry zornig
🤯 exploding_head mind_blown kopf explodiert
😱 scream schrei
🥵 hot heiß
🥶 cold kalt
🤒 sick thermometer krank
🤕 hurt bandage verletzt
🤢 nauseated übel
😇 innocent angel engel
🤗 hug umarmung
🤭 oops hand_over_mouth kichern
🤫 shush quiet leise psst
🤐 zipper_mouth secret schweigen
🤖 robot bot roboter
👻 ghost geist
💀 skull dead tot
🎃 pumpkin kürbis
😺 cat smiley_cat katze
🙈 see_no_evil monkey affe
🙉 hear_no_evil monkey affe
🙊 speak_no_evil monkey affe
👋 wave hello bye hallo tschüss winken
👏 clap applause applaus klatschen
🙌 raised_hands hooray hurra
🙏 pray thanks please danke bitte
🤝 handshake deal abgemacht hände
💪 muscle strong stark
👌 ok_hand perfect perfekt
✌️ victory peace frieden
🤞 crossed_fingers luck glück daumen
🤘 metal rock
👉 point_right rechts
👈 point_left links
👆 point_up oben
👇 point_down unten
☝️ index_up finger
✋ hand stop halt
🤙 call_me anrufen
✍️ writing schreiben
👀 eyes look schauen augen
🧠 brain gehirn
🗣️ speaking sprechen
🙋 raising_hand melden frage
🤷 shrug achselzucken egal
🤦 facepalm stirn
🧑‍💻 technologist computer entwickeln
👶 baby baby
🎉 tada party celebrate feiern konfetti
🎊 confetti party konfetti
🎂 cake birthday geburtstag kuchen torte
🎁 gift present geschenk
🎈 balloon ballon
🏆 trophy win pokal gewonnen
🥇 first medal gold medaille
🥂 cheers champagne prost sekt
🍻 beers cheers prost bier
🍺 beer bier
🍷 wine wein
☕ coffee kaffee
🍵 tea tee
🍕 pizza pizza
🍔 burger burger
🍟 fries pommes
🥗 salad salat
🍎 apple apfel
🍌 banana banane
🍰 shortcake cake kuchen
🍪 cookie keks
🍫 chocolate schokolade
🌮 taco taco
🍣 sushi sushi
🚀 rocket launch ship rakete start
🔥 fire hot lit feuer
✨ sparkles new neu glitzer
⭐ star stern
🌟 glowing_star stern
💥 boom explosion knall
💯 hundred 100 perfect hundert
✅ white_check_mark done yes check erledigt fertig haken
☑️ checked done haken
✔️ check done haken
❌ x no wrong falsch nein
⛔ no_entry stop verboten
🚫 prohibited no verboten
⚠️ warning achtung warnung
🚨 rotating_light alarm urgent dringend
❗ exclamation important wichtig
❓ question frage
💡 bulb idea idee
📌 pushpin pin anheften
📍 round_pushpin place ort
📎 paperclip attachment anhang
🔗 link link
🔒 lock secure schloss sicher
🔓 unlock offen
🔑 key schlüssel
🔍 search mag suche lupe
🔧 wrench fix werkzeug reparieren
🔨 hammer build hammer bauen
🛠️ tools werkzeug
⚙️ gear settings einstellungen
🐛 bug fehler käfer
🧪 test_tube test versuch
📦 package box paket
🚢 ship release schiff
🚧 construction wip baustelle
📈 chart_up growth wachstum aufwärts
📉 chart_down abwärts
📊 bar_chart diagramm
💰 moneybag money geld
💸 money_wings cost geld kosten
💶 euro money geld
🧾 receipt invoice rechnung beleg
📝 memo note notiz
📄 page document dokument seite
📁 folder ordner
📅 calendar date kalender termin
⏰ alarm_clock time wecker zeit
⏳ hourglass waiting warten sanduhr
⌛ hourglass_done time zeit
⏱️ stopwatch zeit stoppuhr
📧 email mail post
📨 incoming_envelope mail post
📞 phone call telefon anruf
📱 mobile handy
💻 laptop computer rechner
🖥️ desktop computer bildschirm
🖨️ printer drucker
🎧 headphones musik kopfhörer
🎤 microphone mikrofon
📷 camera photo kamera foto
🎬 clapper film
🎵 music note musik
🎨 art design kunst
📚 books lesen bücher
📣 megaphone announce ankündigung
🔔 bell notify glocke
🔕 no_bell mute stumm
💬 speech chat sprechblase
💭 thought denken
👂 ear listen ohr
🏠 house home haus zuhause
🏢 office büro
🏖️ beach holiday vacation urlaub strand
✈️ airplane travel flug reise
🚗 car auto
🚲 bike fahrrad
🚆 train zug bahn
🌍 earth world welt erde
🌞 sun morning sonne morgen
🌙 moon night mond nacht
☀️ sunny sonne
☁️ cloud wolke
🌧️ rain regen
❄️ snowflake cold schnee
⚡ zap fast blitz schnell
🌈 rainbow regenbogen
🌱 seedling grow pflanze
🌸 blossom blüte
🌻 sunflower sonnenblume
🌲 tree baum
🍀 clover luck glück klee
🐶 dog hund
🐱 cat_face katze
🦄 unicorn einhorn
🐢 turtle slow schildkröte langsam
🐌 snail slow schnecke langsam
🐝 bee biene
🦊 fox fuchs
🐧 penguin pinguin
🐙 octopus krake
🦉 owl eule
➕ plus mehr
➖ minus weniger
➡️ arrow_right rechts
⬅️ arrow_left links
⬆️ arrow_up hoch
⬇️ arrow_down runter
🔄 arrows_cycle refresh neu
🔁 repeat wiederholen
🔴 red_circle rot
🟡 yellow_circle gelb
🟢 green_circle grün
🔵 blue_circle blau
🟣 purple_circle lila
💚 green_heart herz grün
💙 blue_heart herz blau
💛 yellow_heart herz gelb
💜 purple_heart herz lila
🖤 black_heart herz schwarz
💔 broken_heart herz gebrochen
🏁 finish flag ziel
🚩 flag red_flag fahne
🎯 dart target ziel treffer
🧩 puzzle teil
🪄 magic wand zauber
🧹 broom clean aufräumen besen
🗑️ wastebasket delete müll löschen
♻️ recycle wiederverwerten
🆗 ok gut
🆕 new neu
🆒 cool
🔜 soon bald
🔝 top
`

export const emoji: Emoji[] = lines.trim().split('\n').map((line) => {
  const [emoji = '', name = '', ...words] = line.split(' ')
  return { emoji, name, words: [name, ...words] }
})

/** Those whose names begin with this, and then those whose other words do. */
export function findEmoji(query: string, limit: number): Emoji[] {
  const q = query.toLowerCase()
  const named = emoji.filter(({ name }) => name.startsWith(q))
  return [...named, ...emoji.filter((each) => !named.includes(each) && each.words.some((word) => word.startsWith(q)))].slice(0, limit)
}
