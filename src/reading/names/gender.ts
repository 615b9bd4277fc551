import { folded } from "./folding.ts";

/** Which pronouns a person is spoken of with: "she" or "he"; null where the name does not say. */
export type Gender = "she" | "he";

/**
 * Whether a given name is mostly a woman's or a man's, by our own lists and, for names in none, by an ending that nearly
 * always says so. It only decides which of two people a "she" means, and stays null wherever there is doubt.
 */
export function genderOf(name: string): Gender | null {
  const plain = folded(name.trim());
  const title = /^(\p{L}+)\.? /u.exec(plain)?.[1];
  if (title !== undefined && womensTitles.has(title)) return "she";
  if (title !== undefined && mensTitles.has(title)) return "he";
  const first = (/^[\p{L}'-]+/u.exec(plain.replace(/^(?:dr|prof|rev)\.? /u, ""))?.[0] ?? "").split("-")[0] ?? "";
  if (first.length < 2) return null;
  if (either.has(first)) return null;
  if (women.has(first)) return "she";
  if (men.has(first)) return "he";
  if (first.length < 4) return null;
  if (womensEnding.test(first)) return "she";
  return mensEnding.test(first) ? "he" : null;
}

/** What a pronoun says of whom it stands for, in four languages; null where it says nothing ("they", "lui", "le"). */
export function genderOfPronoun(lower: string): Gender | null {
  if (shes.has(lower)) return "she";
  return hes.has(lower) ? "he" : null;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

const shes = set("she her hers herself she'd she'll she's sie ihr elle ella la");
const hes = set("he him his himself he'd he'll he's er ihm ihn il el él lo");

const womensTitles = set("mrs ms miss mme mlle madame frau lady sra senora dona dame madam mevrouw");
const mensTitles = set("mr herr herrn monsieur sir lord don senor sr meneer fr father");

const womensEnding = /(?:[^aeiouk]a|ia|ea|ine|elle|ette|ienne|lyn|gard|hild|trud|traud|beth|hanne|rike|indra|een)$/u;
const mensEnding = /(?:o|us|os|rich|bert|hard|helm|fried|wald|ward|bald|mund|mir|slav|sson|vin|ton|an)$/u;

/** Borne by women and men, or by one here and the other there. */
const either = set(`
alex sam chris kim robin andrea nicola sasha sascha jean lou lee leslie morgan taylor jordan casey jamie kerry kit pat charlie dominique claude camille maxime
ariel angel noa noah kai jo joey micha mika misha sandy stevie terry toni ryan sidney rowan quinn parker blake avery bailey reese skyler jan jona gabriele simone michele daniele luca nikola
nikita andreja joan dana dale shannon tracy robbie frankie ollie ali shiva ming wei li yu xin jin min hui lin an ha chi kiran deepa manu sacha yael yann mor tal or gal amit ananda eden jude
reagan sage tory vivian val evelyn laurence hilary beverly ashley courtney kelly stacey marion carol gale lynn meredith dev joss fran mel vik lauren maryan lilian marian milan nan tran chan tan sultan swan
`);

const women = set(`
abby abigail ada adele adriana agata agathe agnes agnieszka aida aileen aisha aisling aiste alba alessandra alexandra alice alicia alina alison alma amalia amanda amara amber amelia amelie amina amy ana anabel anais anastasia
andreea angela angelica angelika anita anja anke ann anna anne anneke annelise annette annika anouk antje antonia april ariane astrid aude audrey aurelie barbara bea beate beatrice beatriz becky begona belen bella benedicte
bernadette beth bettina betty bianca birgit birte blanca brenda bridget brigitte britta bronagh busra camila carla carmen carole caroline carolina caro cate catherine cath cathy catriona cecile cecilia celeste celia chantal charlotte
chela chiara chloe christa christel christina christine cindy claire clara clarissa claudia clementine clotilde colette connie constance corinne cornelia cristina cynthia daniela danielle daphne dawn debbie deborah deirdre delia
delphine denise diana diane donna dora doris dorothea doreen edith eileen elaine eleanor elena eleni elif elin elisa elisabeth elise elizabeth elke ella ellen elodie elsa elsie emilia emilie emily emma emmanuelle erica erika estelle
esther eugenia eva eve ewa fabienne fanny farah fatima fatma fatimah federica fiona fleur flora florence frances francesca francoise franziska frauke freya frieda gabriela gabrielle gail gemma genevieve geraldine gerda gerlinde
gertrud ghislaine gillian gina gisela giulia gloria grace greta gretchen gudrun gwen gwyneth hana hanna hannah hanne hanneke harriet hazel heather hedwig heidi heike helen helena helene helga henrike hettie hilda hilde hildegard ida idoia
ilse imogen ina ines inge ingeborg ingrid irene iris irina irma isabel isabella isabelle isolde ivana ivy jacqueline jana jane janet janice janina janine jasmin jeanne jelena jen jenna jennifer jenny jess jessica jill joana joanna joanne
johanna josefine josephine josie joy joyce juana judith julia juliana julie juliette june justine jutta karen karin karina karla karolina katarina kate katharina katherine kathleen kathrin kathy katie katja katrin kaye kerstin kirsten kirsty
kristin kristina lara larissa laura laure lea leila lena leonie leonor leticia lidia lila lilian liliana lily linda lisa lise lisbeth liv liz lizzie lola loretta lorna lotte lottie louisa louise lourdes lucia lucie lucy luisa luise lydia
mabel madeleine mae maelle maeve magda magdalena maggie mai maike maite maja mandy manon manuela mara marcela margaret margarete margarita margit margot maria mariana marianne marie marielle marija marina marisa marisol marit marjolein
marlene marta martha martina martine mary mathilde maud maureen maya meera meike melanie melissa mercedes mhairi mia michaela michelle mila milena mina mira miranda miriam moira mona monica monika monique muriel myriam nadege nadia nadine
nadja nancy naomi natalia natalie natasha nathalie neha nell nicole nina ngozi noelia noemi nolwenn nora nuria odette oksana olga olivia orla pam pamela paola patricia patrizia paula paulette pauline peggy penelope penny pernille perrine
petra philippa phoebe pia pieternel pilar polly pooja priscilla priya rachel ramona raquel rebecca regina regine renata renate rita roberta rocio romy ronja rosa rosalie rosalind rosanna rosario rose rosemary rosie rosalinde roxane ruth
ruta sabina sabine sabrina sade sally samantha samira sandra sandrine sanna sara sarah saskia selma shirin shirley sibylle sigrid sigrun silke silvia simona sinead siobhan sofia solange solene solveig sonia sonja sophia sophie sorcha stella
stephanie stefanie steffi sue susan susana susanne susann susie suzanne svenja svetlana swantje sybille sylvia sylvie tabea tamara tamsin tania tanja tara tatiana tess tessa thea thelma theresa therese tilda tina tove tova trine trish
trisha tuula ulla ulrike ursula uta ute valentina valerie vanessa vera verena veronica veronika veronique vicky victoria viola virginia virginie vivienne wanda wendy wiebke wiktoria wilma winifred xenia ximena yasmin yetunde yolanda yvette
yvonne zainab zara zoe zoey zosia zuzana
`);

const men = set(`
aaron abdul abdel abel abraham achim adam adrian ahmed alain alan alasdair albert alberto alejandro alessandro alexander alexandre alfons alfred ali alois alvaro amir anders andre andrea andreas andres andrew andrey andy angus anil anselm
anthony antoine anton antonio armand armando arnaud arne arthur arturo arun arvid ashok axel bakary barry bart bas bastien ben benedikt benito benjamin benoit bernard bernd bernhard bert bertrand bill billy bjorn bob boris brad brendan
brett brian bruce bruno bryan callum carl carlo carlos carsten cedric cesar chad charles chidi chuck christian christof christoph christophe claus clement clive colin conor corentin craig cyril damian damien dan daniel danny dario
darren dave david declan denis dennis derek dermot diarmuid didier diego diogo dieter dietmar dipak dirk dominic dominik don donald doug dougal douglas duarte duncan dylan eamon ed eddie edgar edmund eduardo edward edwin elias elliot emeka
emil emmanuel enrico enrique eoin eric erich erik ernst esko ethan etienne eugen ewan fabian fabio fabrice farid felipe felix fergus ferdinand fernando filip finn florent florian francesco francis francisco franck francois frank franz fred
frederic fredrik friedrich fritz gabriel gareth gary gaspar gaspard gavin geoff george georges georg gerald gerard gerd gerhard gerrit gilles giovanni giuseppe gideon gildas giorgio glen gordon gorka goran graham grant greg gregoire gregor gregory
guido guillaume guillermo gunther gus gustav guy hakan hal hamish hamza hank hans harald hari harold harry hassan hector heiko heimo heiner heinrich heinz hendrik henning henri henrik henry herbert herman hermann herve holger horst howard hubert
hugh hugo ian ibrahim ignacio igor iker inigo isaac ivan iain jaap jack jacob jacques jake jakob james jan-peter jannis jared jarrah jason jasper javier jay jeff jens jeremy jerome jerry jesper jesus jim jimmy joachim joao joaquin jochen joe joel
johan johannes john johnny jon jonah jonas jonathan joost jordi jorg jorge joris jose josef joseph josh joshua juan jules julian julien julio jurgen justin kamal karim karl karsten keith ken kenneth kenji kevin khalid kieran klaus knut kofi
konrad konstantin kurt kyle lars laszlo lawrence leo leon leonard leopold liam loeiz loic lorenz lorenzo louis luc lucas lucien ludovic ludwig luigi luis luka lukas luke lutz luuk maarten magnus malcolm malte manfred manuel marc marcel marcin
marco marcos marcus marek mario mark marko markus martijn martin marvin massimo matt matteo matthew matthias matthieu mattias maurice mauro max maximilian mehdi mehmet michael michal michel mickael miguel mikael mike mikhail miles milos mitch mohamed
mohammed moritz murat nathan neil nicholas nicolas niall nick nico niels nigel niklas nikolai nikolaus nils obi oisin olaf ole oleg oliver olivier omar oscar oskar otto owen pablo paco paolo pascal patrick paul pavel pawel pedro per pete peter
petr phil philip philipp philippe pierre pieter piotr quentin rachid rafael rainer raj rajesh ralf ralph ramon raphael rasmus raul ravi ray raymond rene reinhard remi ricardo richard rick rob robert roberto rodrigo roger roland rolf roman ronald
ross roy rory ruben rudi rudolf rupert russell said salvador samir samuel sander santiago saul scott sean sebastian sebastien serge sergei sergio seth seun shaun siegfried simon sonke soren stefan stefano steffen stephan stephane stephen steve steven stijn stuart sven
sylvain tariq ted teo theo thibault thierry thijs thomas thorsten tiago till tilman tim timo timothy tjark tobias todd tom tomas tomasz tony torben toni torsten trevor tristan ugo ulf ulrich unai uwe vaclav valentin victor viktor
vincent vladimir vojta volker walter warren wayne wenbo werner wesley wes wieland wilfried wilhelm will willem william wolf wolfgang xavier yannick yann yusuf yves zoltan zeb
`);
