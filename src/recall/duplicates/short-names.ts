/** Short and pet forms beside the given name they stand for, in the languages of our readers. Lower case, without accents. */
const groups = `
albert al bert; alexander alex sandro sascha alec; alexandra alex sandra; alfred fred alf; andreas andy andi; andrew andy drew; anna anne annie ann;
anthony tony; antonio toni tono; barbara barb barbie; benjamin ben benny benji; catherine cathy kate katie cat; charles charlie chuck carlos; charlotte lottie charly;
christian chris; christina chris tina christine; christopher chris kit; daniel dan danny dani; david dave davey; deborah deb debbie; dominic dom; donald don;
dorothy dot dolly; edward ed eddie ted ned; eduardo edu; eleanor ellie nora; elizabeth liz beth lizzie betty eliza lisa; emily em emmy; ferdinand ferdi; francis frank fran;
francisco paco pancho fran; frederick fred freddie; friedrich fritz; gabriel gabe; georg schorsch; george georgie; gerald gerry jerry; gregory greg; guillermo memo;
hans johannes johann hannes; harold harry hal; henry harry hank; ignacio nacho; isabella bella izzy isabel; jacob jake jack; jakob kob; james jim jimmy jamie; janet jan;
jennifer jen jenny; jessica jess jessie; joachim jochen achim; john jack johnny jon; jonathan jon jonny; jose pepe; josef sepp jupp; joseph joe joey; joshua josh;
judith judy; julia jule julie; katharina kathi katja kathrin; katherine kate kathy katie kay; kenneth ken kenny; laurence larry; lawrence larry; leonard leo len; louis lou;
louisa lou; ludwig lutz; madeleine maddie; manuel manolo manu; margaret maggie meg peggy marge; maria mia; matthew matt; matthias matze; maximilian max; michael mike mick micky michi;
michelle shelly; miguel mike; natalie nat; nathaniel nat nate nathan; nicholas nick nicky; nikolaus klaus niko; oliver ollie oli; olivia liv livvy; pamela pam; patricia pat patty tricia;
patrick pat paddy; peter pete; philip phil pip; philipp phil; rafael rafa; raymond ray; rebecca becky becca; richard rick dick rich ricky; robert rob bob bobby robbie bert; roberto beto;
ronald ron ronnie; rudolf rudi; samantha sam; samuel sam sammy; sebastian seb basti; sophia sophie; stefan steffen; stephanie steph steffi; stephen steve; steven steve; susan sue susie;
theodore ted theo teddy; theresa terry tess; thomas tom tommy; timothy tim; ulrich uli; ursula uschi; victoria vicky tori; vincent vince; walter walt; wilhelm willi; william will bill billy liam willy;
wolfgang wolf; zachary zach zack`;

const families = new Map<string, Set<number>>();
groups.split(";").forEach((group, index) => {
  for (const name of group.trim().split(/\s+/)) families.set(name, (families.get(name) ?? new Set()).add(index));
});

/** True where two given names, folded, can be forms of one: "bob" and "robert". Equal names are not asked here. */
export function areFormsOfOne(a: string, b: string): boolean {
  const left = families.get(a);
  const right = families.get(b);
  if (left === undefined || right === undefined) return false;
  for (const family of left) if (right.has(family)) return true;
  return false;
}

/** The given names, as numbers of their family, that a folded name can stand for. */
export function formsOf(name: string): Iterable<number> {
  return families.get(name) ?? [];
}
