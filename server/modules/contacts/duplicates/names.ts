// By what a name is known again: in another order, with a nickname, a title or without its accents, in other letters,
// or as somebody heard it.

/** Sorted words without accents, titles and nicknames: `Dr. Bob Müller` and `Mueller, Robert` are the same. */
export function nameKey(name: string): string {
  return words(name).toSorted().join(' ')
}

/** The key without what is misheard and misspelt: vowels after the first letter, doubled letters, c for k. */
export function soundKey(name: string): string {
  const sounds = words(name).map((word) =>
    word
      .replaceAll(/ph/g, 'f').replaceAll(/[ck]+|q/g, 'k').replaceAll(/[zs]+/g, 's').replaceAll(/dt\b/g, 't')
      .replaceAll(/v|w/g, 'v').replaceAll(/(?<=.)[aeiouyh]/g, '').replaceAll(/(.)\1+/g, '$1'))
  return sounds.toSorted().join(' ')
}

function words(name: string): string[] {
  const letters = transliterate(name.toLowerCase()).normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const all = letters.replaceAll(/['’.]/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const without = all.filter((word) => !titles.has(word))
  return (without.length > 0 ? without : all).map((word) => nicknames.get(word) ?? word)
}

const titles = new Set(
  ('mr mrs ms miss mx dr prof professor sir dame herr frau mag dipl ing phd md jr sr ii iii mme mlle m sra srta sr dott').split(' '),
)

const nicknames = new Map(
  `abigail abby|alexander alex sasha|alexandra sandra|andrew andy drew|anthony tony|antonio toni|barbara barb babs|benjamin ben benny
  |catherine kate cathy katherine kathy katie catharina katharina|charles charlie chuck|christina tina chris|christopher kit
  |daniel dan danny|david dave|deborah debbie deb|donald don|edward ed eddie ted ned|elizabeth liz lizzie beth betty eliza elisabeth
  |emily emma em|francis frank|frederick fred freddy friedrich|gabriel gabe|gerald gerry|gregory greg|hannah hanna|henry harry hank
  |isabella bella isabel|jacob jake|james jim jimmy jamie|jennifer jen jenny|jessica jess|johannes hannes|john johnny jack jon
  |jonathan nathan|joseph joe joey|joshua josh|kenneth ken|kimberly kim|lawrence larry laurence|leonard leo len|margaret maggie meg peggy
  |martin marty|matthew matt|michael mike mick michel|nicholas nick nicolas nikolas|patricia pat patty trish|patrick paddy|peter pete
  |philip phil phillip|raymond ray|rebecca becky becca|richard rick dick rich|robert bob bobby rob robbie bert|ronald ron
  |samuel sam sammy|sebastian basti|stephen steve steven stefan stephan|susan sue susie|theodore theo|thomas tom tommy|timothy tim
  |victoria vicky vic|vincent vince|vladimir volodya|walter walt wally|william bill billy will willy wilhelm|zachary zach`
    .split('|')
    .flatMap((line) => {
      const [full, ...short] = line.trim().split(/\s+/)
      return short.map((name) => [name, full!] as const)
    }),
)

function transliterate(text: string): string {
  return text.replaceAll(/[äöüßæøœåðþłđıа-яёіїєґα-ωάέήίόύώς]/g, (letter) => latin[letter] ?? letter)
}

const latin: Record<string, string> = {
  ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', œ: 'oe', å: 'aa', ð: 'd', þ: 'th', ł: 'l', đ: 'd', ı: 'i',
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e',
  ю: 'iu', я: 'ia', і: 'i', ї: 'i', є: 'ie', ґ: 'g',
  α: 'a', ά: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', έ: 'e', ζ: 'z', η: 'i', ή: 'i', θ: 'th', ι: 'i', ί: 'i', κ: 'k', λ: 'l', μ: 'm',
  ν: 'n', ξ: 'x', ο: 'o', ό: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', ύ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o', ώ: 'o',
}
