/**
 * English short forms and the given names they stand for, written by hand. One line: the full names, a colon, the
 * short forms. They tie "Bob" to the one known Robert; a nickname from a contact file always counts more.
 */
const lines = `
eduardo: lalo edu
graciela consuelo: chela chelo
ignacia: nacha
francisca: paca pancha paqui
francisco: paco pancho curro fran
guadalupe: lupe lupita
guillermo: memo guille
alberto roberto norberto: beto
antonio: tono
dolores: lola loli
concepcion: concha conchi
rosario: charo
mercedes: merche meche
enrique: kike quique
fernando: nando
patricio: pato
patricia: pati
rafael: rafa
santiago: santi
vicente: chente
jose-maria: chema
luis: lucho
isabel: isa
maria-teresa teresa: tere mayte maite
montserrat: montse
rosalind rosalia rosamund: ros roz
clotilde: clo
emmanuel emmanuelle: manu
stephane stephanie: steph
christophe: tof
wesley: wes
zoltan: zoli
magdalena: magda leni
friedrich: fritz
johannes: hannes
kreszenz: zenzi
therese theresia: resi
abigail: abby gail
adrian: ade
agnieszka: aga
albert alberto: al bert bertie
aleksandra alexandra: alex sandra sasha alexa lexi
alexander alejandro alexandre aleksandar alessandro: alex al alec sandy sasha xander ale
alfred: alf fred
amanda: mandy
andrea: andi drea
andreas: andi andy
andrew andrey: andy drew
angela angelica: angie
anna anne ann: annie
anthony antonio antony anton: tony toni
arthur arturo: art artie
barbara: barb babs barbie
bartholomew bartlomiej bartosz: bart bartek
benjamin benedict benedikt: ben benny benji
bernard bernhard: bernie
bradley: brad
brandon: bran
bridget: bridie
cameron: cam
carolina caroline: caro carrie
caroline carolyn: carol
catherine katherine kathryn katharina katarzyna: kate katie cathy kathy cat kat kathi kasia
charles charlotte: charlie chuck
charlotte: lottie
christian: chris
christina christine kristina kristin: chris tina chrissy kris kristi christy
christopher christoph christophe: chris kit topher
clifford: cliff
cynthia: cindy
daniel: dan danny
daniela danielle: dani
david: dave davey
deborah debra: deb debbie
dennis: denny
dimitri dmitry dmitri: dima
dominic dominik: dom nick
donald: don donny
dorothy: dot dottie
douglas: doug
edward eduardo edmund edwin: ed eddie ted ned teddy
eleanor elena: ellie nell lena
elizabeth elisabeth elisabetta: liz lizzie beth betty eliza betsy lisa elsa lisbeth
emily emilia: em emmy
emmanuel emanuel: manny manu
eugene eugenio: gene
ezekiel: zeke
ferdinand fernando: ferdi nando
frances francesca: fran fanny frankie
francis francisco franziska: frank fran paco franzi cisco
franklin: frank
frederick frederic friedrich frederik fredrik: fred freddie freddy fritz
gabriel gabriele: gabe
gabriela gabrielle gabriella: gabi gaby
geoffrey: geoff
gerald gerard: gerry jerry
gerhard: gerd
gertrude: trudy
giovanni: gianni
gregory gregor grzegorz: greg
guillermo: memo
gwendolyn: gwen
harold: hal harry
harrison: harry
heinrich: heinz heiner
henry: harry hank hal
herbert: herb bert
ignacio: nacho
isabel isabella isabelle isabela: izzy bella isa
jacob jakob jakub: jake jack kuba
jacqueline: jackie
jakub: kuba
james: jim jimmy jamie
janet: jan
jason: jay
jeffrey: jeff
jennifer: jen jenny jenn
jeremy jeremiah: jerry
jessica: jess jessie
jesus: chuy
joachim: jo achim
joanna johanna joanne: jo hanna joan
johannes: hannes hans jo
john: jack johnny jon
jonathan johnathan: jon jonny nathan
joseph josef jose: joe joey pepe sepp
josephine: jo josie
joshua: josh
judith: judy
julia juliana julian: jules
katherine kathleen: kay
kenneth: ken kenny
kimberly: kim
konstantin: kostya
lawrence laurence lorenz: larry lars
leonard leonardo: leo len lenny
leslie: les
lillian lilian: lily lil
louis louise luis: lou
louisa luisa: lou
lucas lukas lukasz: luke luc
lucia lucille lucinda: lucy
magdalena magdalene: magda lena maggie
manuel manuela: manu manny
marcus markus: marc mark
margaret margarete margarita: maggie meg peggy marge greta margie rita gretel
maria marie: mary
matthew matthias mathias matthieu: matt matty
maximilian maxim maxime: max
megan: meg
melanie melissa melinda: mel
michael michal mikhail mikael: mike mick mickey michi misha micha
michelle michele: shelly
miguel: mike
mikhail: misha
mitchell: mitch
mohammed mohammad mohamed muhammad: mo moe
nancy: nan
natalie natalia nataliya: nat natasha
nathaniel nathan: nate nat
nicholas nicolas nikolas nikolaus nikolai: nick nico nic niko klaus kolja
nicole: nicky nikki
nikolaos: nikos
norman: norm
oliver: ollie olli
olivia: liv
pamela: pam
patricia: pat patty trish tricia patsy
patrick: pat paddy
pauline paulina: paula
peter petr pjotr piotr: pete
philip phillip philipp philippe: phil pip
prudence: pru
rachel: rach
ramon: monchi
rafael raphael: rafa rafi
randall: randy
raymond: ray
rebecca rebekka: becca becky bec
reginald: reg reggie
richard ricardo: rick rich dick ricky richie
robert roberto: bob rob bobby robbie bert
roderick rodney: rod
roger: rog
roland: rollo
ronald: ron ronny
rosemary rosalind: rose rosie
rudolf rudolph: rudi rudy
russell: russ
samuel samantha: sam sammy
sandra: sandy
sebastian: seb basti bastian
siegfried: sigi
sidney: sid
sophie sophia: soph
stanley stanislav: stan
stephanie stefanie: steph steffi
stephen steven stefan: steve steff stevie
stewart stuart: stu
susan susanna susanne suzanne: sue susie suzy susi
sylvester: sly
tadeusz: tadek
tamara: tammy
tatiana: tanya tanja
teresa theresa therese: terry tess resi
terrence: terry
theodore theodor: ted theo teddy
thomas: tom tommy
thorsten torsten: toto
timothy: tim timmy
tobias: tobi toby
tracy: trace
valentin valentina: val
valerie: val
vasily: vasya
veronica veronika: vera roni
victor viktor: vic vik
victoria viktoria: vicky vicki tori
vincent: vince vinny
virginia: ginny
vladimir: vlad volodya
walter: walt wally
wesley: wes
wilhelm: willi willy
william: will bill billy willy liam
wolfgang: wolf
xavier: xavi
yevgeny evgeny: zhenya
zachary: zach zac zack
`;

const shortOf = new Map<string, string[]>();
const fullOf = new Map<string, string[]>();
for (const line of lines.trim().split("\n")) {
  const [fulls = "", shorts = ""] = line.split(":");
  for (const full of fulls.trim().split(" ")) {
    for (const short of shorts.trim().split(" ")) {
      push(shortOf, full, short);
      push(fullOf, short, full);
    }
  }
}

/** Other given names a person of this (folded) given name may be called by: short forms, or the full forms of one. */
export function nicknamesOf(given: string): readonly string[] {
  const shorts = shortOf.get(given);
  const fulls = fullOf.get(given);
  if (shorts === undefined) return fulls ?? [];
  return fulls === undefined ? shorts : [...new Set([...shorts, ...fulls])];
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else if (!there.includes(value)) there.push(value);
}
