/**
 * Given names common among people who go to conferences, folded to plain lower case. They are evidence, not proof:
 * a stranger's "Priya Nair" is bolder than "Quarter Close". Written by hand from common knowledge; no list was copied.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `
aaron abby abdul abdullah abel abhishek abigail abraham adam adele adnan adrian adriana adriano aditi aditya agata agnes agnieszka
ahmad ahmed ahmet aida aidan aiko aileen aisha ajay akash akira akshay alain alan alana alastair alba albert alberto alec
alejandra alejandro aleksandar aleksandra aleksei alena alessandra alessandro alessia alex alexander alexandra alexandre alexandru
alexei alexey alexis alfonso alfred alfredo ali alice alicia alina aline alisa alisha alison alistair allan allen allison alma
alois alok alonso alvaro alvin alyssa amal amanda amandine amar amber ambra amelia amelie amina amir amit amita amrita amy ana anabel
anais anand ananya anastasia anders andras andre andrea andreas andreea andrei andreia andres andrew andrey andrzej andy anette
angel angela angelica angelika angelina angelo angie angus anil anita anja anjali ankit ankita ankur ann anna annabel annabelle
annalisa anne anneke anneliese annemarie annette annie annika anouk ansgar anthony antje antoine antoinette anton antonella antonia
antonio antony anu anuj anupam anurag anya aoife april ariana arianna ariel arjun arkadiusz armand armando arnaud arne arnold arno arnaldo
aron artem arthur arturo arun aruna arvind asha ashish ashley ashok ashwin asif asmaa astrid athena aubrey audrey august augusto aurelie
aurelien austin ava avery avi avinash axel ayesha aylin ayse ayumi azra babette barbara barbora barry bart bartek bartosz basil
bastian beata beate beatrice beatriz becca becky bela belen belinda ben benedetta benedict benedikt benita benito benjamin bennett benny
benoit bernadette bernard bernd bernhard bernie bert bertrand beth bethany betty beverly bhavna bianca bill billy birgit birgitte bjarne
bjorn blake blanca blanche bob bobby bodo bogdan boris boyan brad bradley bram brandon branko brenda brendan brent brett
brian brianna bridget brigitta brigitte britta brooke bruce bruno bryan bryce burak burkhard byron caitlin caleb callum calvin camila camille
candice cara carina carl carla carlo carlos carlotta carly carmen carol carola carole carolin carolina caroline carolyn carrie carsten
casey caspar cassandra cassie catalina catarina caterina catherine cathy cecile cecilia cedric celeste celia celine cem cesar chad
chandra chandler chang chantal charles charlene charlie charlotte chase chelsea chen cheng cheryl chiara chidi chinedu chitra chloe chris christa
christel christian christiane christie christina christine christof christoph christophe christopher christy cilla cindy claas claire
clara clarence clarissa clark claude claudia claudio claus clemens clement clementine cleo cliff clive clyde cody colette colin colleen
conor connie connor conrad constance constantin constanze cora coralie corey corinna corinne cormac cornelia cornelius cory cosima cosimo courtney
craig cristian cristiana cristina cristobal crystal curt curtis cynthia cyril cyrille dag dagmar daiki daisuke daisy dale dalia damian damien damon
dan dana danica daniel daniela daniele danielle danilo danny daphne dara daria dario darius darko darren darryl dave davey david davide dawid dawn
dean deanna deb debbie deborah debra deepa deepak deirdre delia delphine denis denise dennis denny derek desmond destiny detlef
devin dexter dhruv diana diane didier diego dieter dietmar dilip dimitar dimitri dimitris dina dinesh dionne dirk divya dmitri dmitriy dmitry
dolores dominic dominik dominika dominique don donald donata donatella donna donovan dora doreen dorian doris dorota dorothea dorothy doug
douglas dragan dragos drew duncan dustin dusan dwayne dylan earl eberhard ebony ed eddie edgar edith edmund eduard eduardo
edward edwin efrat egon eileen einar eirik ekaterina elaine eleanor elena eleni eleonora elham eli elia eliana elias elijah elin elina eline elisa
elisabeth elisabetta elise eliza elizabeth elke ella ellen ellie elliot elliott elmar eloise elsa elspeth elvira emanuel emanuela emanuele emer
emil emilia emiliano emilie emilio emily emma emmanuel emmanuelle emre enrico enrique enzo eric erica erich erick erik erika erin ernest
ernesto ernst erwin esme esra esteban estelle esther ethan etienne eugen eugene eugenia eugenio eva evan evangeline eve evelyn evelyne
evgeny ewa ewan fabian fabiana fabien fabienne fabio fabrice fabrizio faisal faith fang farah farhan farid fatemeh fatima fatma fatou
federica federico felicia felicitas felicity felipe felix ferdinand fergus fernanda fernando fiona flavia flavio fleur flora florence florent
florian floriane floris folake fran francesca francesco francine francis francisca francisco franck francois francoise frank frankie franz
franziska fraser fred freddie freddy frederic frederik frederique fredrik frida frieda friedrich fritz fumiko gabor gabriel gabriela
gabriele gabriella gabrielle gael gaelle gail gareth garrett garth gary gaurav gavin gemma gene genevieve geoff geoffrey georg
george georges georgia georgina geraint gerald geraldine gerard gerardo gerd gerda gerhard gernot gerrit gert gertrude giacomo gian gianluca gianni
gideon gil gilbert gilles gina gino giorgia giorgio giovanna giovanni gisela giselle gita giulia giuliana giuliano giulio giuseppe
glen glenn gloria goran gordon gottfried grace graham grant grazia greg gregor gregory greta gretchen grzegorz guadalupe gudrun guido guilherme
guillaume guillermo gunnar gunther gunter gustav gustavo guy gwen gwendolyn hakan hala haley hamid hamish hamza hana hanna hannah hanne hannes hans
hansjorg harald hari harish harold harriet harrison harry haruka haruki harvey hasan hassan hazel heather hector hedwig heidi heike heiko heiner
heinrich heinz helen helena helene helga helmut hemant hendrik henning henri henrik henrietta henrike henry herbert heribert herman hermann herve
hilary hilda hilde hildegard hiro hiroko hiroshi holger holly hope horst howard hubert hugh hugo humberto hung hussein hyun iain ian ibrahim
ida idris ignacio ignatius igor ilan ilaria ilka ilona ilse ilya imad iman immanuel imogen imran ina indira ines inga ingeborg ingo ingrid inigo
ioana ioannis ira irena irene irina iris irma isaac isabel isabela isabella isabelle isaiah ishaan isidora ismael ismail istvan ivan ivana ivo ivy
jaap jack jackie jackson jacky jacob jacopo jacqueline jacques jade jaime jake jakob jakub jamal james jamie jan jana jane janek janet janice
janina janine janis janna jannik janos janusz jared jaroslav jasmin jasmine jason jasper javier jay jaya jayden jayne jean jeanette jeanne jeannie
jeff jeffrey jelena jen jenna jennifer jenny jens jens-peter jeremy jerome jerry jess jesse jessica jessie jesus jill jillian jim jimena jimmy
jing jiri jitka jo joachim joan joana joanna joanne joao joaquin jochen jodie jody joe joel joelle joerg joern johan johann johanna johannes
john johnathan johnny jolanda jon jonas jonathan joost jordan jordi jorg jorge jorgen jorn jory jose josef josefa josefina joseph josephine josh
joshua josiah josip joy joyce juan juana juanita judith judy juergen jules julia julian juliana juliane julianna julie julien juliet juliette
julio julius june jung jurgen jurgita juri justin justine justus jutta jyoti kai kaitlin kaja kamal kamil kamila kamran kara karan karel karen karim
karin karina karine karl karla karol karolina karsten kasia kaspar katarina katarzyna kate katerina katharina katherine kathleen kathrin kathryn
kathy katia katie katja katrin katrina katy kavita kay kaya kayla kazuki keiko keisha keith kellen kelly kelsey ken kendra kenji kenneth kenny kent
kerry kerstin ketan kevin khaled khalid khalil kieran kim kimberly kira kiran kirk kirsten kirsty kjell klara klaus klement knut koen koji konrad
konstantin konstantina korbinian kris krishna krista kristen kristian kristin kristina kristine kristof krystyna krzysztof kumar kunal kurt kwame kyle
kylie kyoko lakshmi lana lance lara lars lasse laszlo laura lauren laurence laurent laurie lavinia lawrence layla lea leah leandro lee leif
leila leland lena lenka lennart lennox leo leon leona leonard leonardo leonie leonora leopold leroy lesley leslie lester leticia levi lewis
li lia liam liana lidia lili lilian liliana lilith lilly lily lin lina linda lindsay lindsey ling linn linnea linus lionel lisa lisbeth lise
liselotte lissa livia liz liza lizzie ljubica lloyd logan lois lola lora lorena lorenz lorenzo loretta lori lorraine lotte lottie lou louis louisa
louise lourdes luc luca lucas lucia luciana luciano lucie lucien lucille lucinda lucy ludovic ludwig luis luisa luise luiz luka lukas lukasz luke luna
lutz lydia lyle lynda lynn lynne maarten maciej mackenzie maddie madeleine madeline madhu madison mads mae magda magdalena maggie magnus mahmoud maia
maik maike maja makoto malcolm malgorzata malik malin malte mandy manfred manish manisha manoj manon manuel manuela mara marc marcel marcela
marcella marcello marcelo marcia marcin marco marcos marcus marek maren margaret margarete margarita margaux margherita margit margot margret
marguerite maria mariam mariana marianne marie mariela marielle marietta marija marika marina mario marion maris marisa marisol marissa marit
marita marius mariusz marjan mark marko markus marlene marlies marlon marta martha marthe martijn martin martina martine marty marvin mary maryam
marzia masha massimo mateo mateusz mathias mathieu mathilda mathilde mats matt matteo matthew matthias matthieu matti mattias maud maura maureen
maurice mauricio maurizio mauro max maxim maxime maximilian maxine maya mayra meera megan meghan mehdi mehmet mei meike mel melanie melinda melissa
melvin mercedes meredith merle mia michael michaela michal michail micha micah michel michela michele michelle michiel mick mickey miguel mihai
mika mikael mike mikhail mikkel miklos milan milena miles milica millie milo milos mina mindy ming mira miranda mirco mirela miriam mirjam mirko
miroslav misha mitch mitchell mitsuki moe mohamed mohammad mohammed mohan mohit moira moises moma mona monica monika monique morgan moritz morten
moses muhammad murat muriel mustafa myles myra myriam myrna mysia nabil nadia nadine nadja naima nancy nandini naomi narendra nasir nasrin nastja
natalia natalie nataliya natascha natasha nate nathalie nathan nathaniel naveen neal neda neha neil nelly nelson nestor niall niamh nic nicholas
nick nicki nico nicola nicolai nicolas nicole nicoletta niels nigel nihal nikhil niki nikita nikki niklas niko nikola nikolai nikolaos nikolas nikolaus nils
nina ning nino nisha nitin nkechi noa noah noam noel noelia noemi noor nora norbert noreen norma norman nour nuno nuria obinna octavia octavio
odette ola olaf olav ole oleg olena olga olive oliver olivia olivier olof oluwaseun omar ondrej onur oona oriol orla orlando osama oscar oskar oswald
otavio otis otto ove owen pablo paco padma paige pallavi paloma pam pamela paola paolo parisa parker pascal pascale pat patricia patricio
patrick patrik patrizia patty paul paula paulette paulina pauline paulo pavel pawan pawel payal pedro peggy penelope penny pepe per percy peter petra
petros petr phil philip philipp philippa philippe phillip phoebe phyllis pia pierre pieter pietro pilar pim ping piotr polly pooja prakash pramod
pranav prashant pratik praveen preeti priscilla priya priyanka przemyslaw quentin quinn rachel rachid radek radka rafael rafaela rafal rafi raghav
rahel rahim rahul raimund rainer raj raja rajesh rajiv ralf ralph ram rama raman ramesh rami ramon ramona randall randy rani ranjit raphael
raquel rashid rasmus raul ravi ray raymond razvan rebecca rebekka reggie regina reginald regine reinhard reinhold reiner rekha remi remy rena renata
renate rene renee reto reuben rhea rhian rhys ria rica ricardo riccardo rich richard rick ricky rico rikard rikke rita ritu rivka rob robbie
robert roberta roberto robin robyn rocio rod roderick rodney rodrigo roger rohan rohit roland rolf roman romain romana romina ron ronald ronan ronny
rory rosa rosalie rosalind rosanna rosario rose roselyn rosemarie rosemary rosie ross rowan roxana roy ruben ruby rudi rudolf rudy rui rupert russ
russell ruth ryan sabina sabine sabrina sachin sade sadie saeed sahar said saira sakshi sally salma salome salvador salvatore sam samantha samira
samir sammy samuel sana sander sandeep sandhya sandra sandro sandrine sandy sanjay sanjeev sanna santiago santosh sara sarah sarita sascha sasha
saskia satoshi satya saurabh savannah savita scott sean sebastian sebastien seema selena selim selina selma senthil serena serge sergei sergey
sergio seth severin shah shaila shane shannon sharon shaun shauna shawn sheena sheila shelby shelley sherry shinji shirley shiv shivani shreya
shruti shu shweta sibylle sid siddharth sidney siegfried sienna sigrid silas silja silke silvan silvana silvia silvio simeon simon simona simone
sina sinead siobhan sissel skye slava slawomir sofia sofie solange solene sonia sonja sonya sophia sophie soren spencer srinivas stacey stacy stan
stanislav stanley stavros stefan stefania stefanie stefano steffen steffi stella sten stephan stephane stephanie stephen sterling steve steven stewart
stig stina stuart subhash sudha sue suki sujata sumit sunil sunita suresh surya susan susana susann susanna susanne sushma susie suzana suzanne
suzy sven sverre svetlana swati sybille sylvain sylvia sylvie szymon tabitha tadeusz takashi takeshi tal talia tamar tamara tamas tammy tania tanja
tanvi tanya tara tariq tarik tasha tatiana tatjana taylor ted teddy teo teresa teri terrence terry tess tessa thabo thaddeus thea thelma theo theodor
theodora theodore theresa therese thibault thierry thijs thilo thomas thomasz thorsten tia tiago tibor tiffany tilda till tilman tim timo timothy tina ting
tingting tjark tobias tobie toby tod todd tom tomas tomasz tommaso tommy tomoko tone toni tonia tony tor torben tore torsten toshiro tove tracey
tracy travis trent trevor tricia trisha tristan troy trudy tuan tudor tyler uche udo ugo ulf ulla ulrich ulrike umar umberto uma umesh ursula
usha usman ute uta uwe vadim vaclav valentin valentina valentine valeria valerie valerio vandana vanessa vanja varun vasco vasilis vasily vaughan vera
verena vernon veronica veronika veronique vicki vicky victor victoria vidya vijay vikas vikram viktor viktoria vilma vinay vince vincent vincenzo
vinod viola violeta violetta vipul virginia virginie vishal vito vittoria vittorio vivek vivian viviana vivien vivienne vlad vladimir vladislav
volker wade waldemar walter waltraud wanda warren wayne wei wei-ling wenche wendy werner wes wesley whitney wieland wilfried wilhelm will willem
william wilma winfried winston wojciech wolf wolfgang wolfram xander xavi xavier xiao xiaoming xiaoyu ximena yael yago yan yang yann yannick yara
yash yasmin yasmine yasuo ying yi yoko yolanda yoni yosef youssef yu yuan yue yuki yukiko yuri yuriy yusuf yusra yvan yves yvette yvonne zac zach zachary
zahra zainab zane zara zbigniew zdenek zeynep zhang zhao zoe zofia zoltan zsofia zuzana
aaliyah abena abimbola abiola abosede achim adaeze adaora adebayo adeline aderonke adil adina adolfo adwoa agathe agnese agustin aine ainhoa ainsley
aintzane aisling aitana aitor aizhan akemi akosua akua alaa alasdair alastriona alberte albrecht aleida alejandrina alexa alexane alexia alfons alioune
aliou alizee almudena alwin alys amadou amaia amandeep amane amara amarjit amaury ambre ameer amin aminata amparo amrit anahi ananda anaelle anatol
anatole anatoly andoni andrada andriy aneesh aneta angharad angeles angelos anika aniket aniko anisa anke annelies anselm anselmo ansa anthi antonela
antti anuja anushka aparna apolline araceli aranka araya arash archana archie arda ariadna arif arlene arlette armelle arnav arndt aroha arnoud arsene
artur arzu asad ashleigh ashlyn asier asli asmae astou asuka athanasios atsuko aubin aude audric augustin aurea aurelia axelle ayaan ayako ayodele ayub
azadeh aziz azucena babak bahar bakary balazs baldur baptiste barnaby bartholomew basma beatriu begona begum behrouz belgin benat benedicte benoite
berenice berit bernadett bernat berta berthold bethan bettina bhavesh biagio birger birte bjarte blaise blanka blazej bodil boglarka boaz bolanle borja
bosse boubacar bozena brahim branwen breanna brendon brianne brice brid brigit britt britney bronagh bronwen brynn burcu caitriona calogero camilo
candela caoimhe carlijn carme carmelo carolien carmela casimir casper catarine catalin catherina catriona caoilfhionn cecil celestine celal celina
celso cerys chaim chaitanya chandan chandni chantelle charlott charlotta chetan chiamaka chibuike chidinma chika chikara chinwe chizoba christelle
christiaan ciara cian cillian clarisse claudine clea clelia cloe coen coleen colm colman concetta consuelo corentin corneel cosmin csaba csilla cuong
cyrus dace daan dafydd dagny dagfinn daiana dalibor dalila damiano damjan danai danijel danika danielly danya darina darragh davinder davor dawit
declan deepika deidre dejan delfina delphin demet demetrius deniz derya desiree devika dhanya diarmuid diarmaid dieudonne dilan dilara dilek dimitra
dimitrios dinah diogo dirce djamila dobromir dolors domenico domenica donal donncha dongwoo doortje dorina doron dorte dorthe douwe dragana duarte
dvora dyfed eamon eamonn ebba ebru edel edelgard edina edita edmond edna edoardo edouard edyta efua egil ehsan eilidh eimear einat eiko eithne ekin
ekow elad elaina elba elchin eleftheria elettra elfriede elhadj eliane elifnaz elif eliott elisabet eliseo elka elli elodie eloi elric elva emeka emese
emiel emine emir emmeline encarna endre enda enya enikoe ennio enrica erdem eren erkki erlend ernestine erno erol errol ersin ervin erzsebet eskil esma
esperanza estefania estera estibaliz esti etelka ethel eugenie eulalia eunice eurydice eusebio evaristo evelien evert evgenia evi evie ewout eyal
ezequiel ezra fabiola fabricio fabrizia fadi faiza fanny fahad farida farouk farrah faruk fateh fatih faustine federigo felicie femi femke fenja ferenc
fergal ferhat fernand ferran fflur ffion fien fillipe filip filipa filippo filippa finja finola fionn fionnuala fjodor flavien fleurine florentina
florina flurina folasade folke foteini fouad fouzia frances francien franca frauke freek frederike fredrika freerk friederike frido fruzsina fulya gabe
gabby gaia galina ganesh gaspard gaston gauthier gautier gayatri gaynor gearoid geert gerben gergely geri gerlinde germain germaine gertjan gesa
ghislain ghislaine giancarlo gianfranco gianna giannis gijs gillian ginevra ginny gioia giordano gisele gitte giuditta gizem gladys glenda glenys
gonzalo gopal gordana gosia gosta grainne graziella greer gregoire greetje griet grigore grit gudmundur gudny guenter guenther guglielmo guinevere
gulsen gunilla gunn gurpreet gwenael gwenaelle gwilym gwyneth gyorgy habib hadas hadrien haim hajar hakeem halima halina hallie hanan hania hanif
hansruedi haris harjit harshad harsh harumi hatice haya hayden hayley hedda hedvig heikki heino hella helge heledd helle heloise helin hendrika
henriette henryk hercules herlinde hermione hermine hester hideo hidde hilmar himanshu hisham hitomi hjalmar honza hortense hosea hossein hovhannes
howell hristo hrvoje huda huguette humphrey huw hyacinthe iago ianthe ibou ibolya idoia idoya ieva iestyn ignacy ikram ilana ildiko ilias ilija ilja
ilker ilkka illiana ilmari ilsa imani imelda imke inaki indra ineke inez inger ingvild inka inmaculada innes ioan ioanna iolanda iona ionut iratxe
irmgard irfan irit irmeli irving isak iseult ishani ishita isidro isobel issa itai itziar ivanka ivar iver ivett ivona iwan iwona izabela izaskun izumi
jaana jaakko jacek jacinta jacinto jackeline jadwiga jaewon jagdish jakov jaleh jalal jalil jameela jamila jamil janelle janette janez janneke jantje
jarek jari jarle jarmila jarno jarrah jarrod jasna jasmina jaume jayesh jeannette jeannine jeffery jelle jenifer jenni jeoff jerold jeroen jerzy
jessika jiaying jigar jitendra jitske jiwon jiyoung joakim joanie joann joas jocelyn jocelyne joeri johana johanne jolene jolanta jonna jonny joppe
jordana jordy joris jorrit josefine joselyn josie josine josune jovan jovana jozef jozsef juanjo jude judit juha juhani jukka jule juliann julika
julissa jurek juraj juris jurriaan justyna jyrki kaan kadir kadriye kaisa kaitlyn kalina kalle kaori kareem kari karlijn karlo karolien kasper katalin
katelyn katell katerine katharine kathe kathi katinka katleen katri katrijn katty katya kaushik kavya kayleigh kazimierz kazuo keegan kees keira
kelechi kelvin kemal kenan kenia kenta kerem keri kerri kerttu kesia khadija khadidja kiara kian kiana kieron killian kimiko kinga kirsi kirstin
kirstie kitty kjersti kjetil klaas klaudia klemens knud kofi kolbjorn konstantinos korina kornelia kostas koushik kristaps kristiina kristjan krisztina
krishnan krzysiek kseniya ksenia kuba kunle kurtis kwabena kwaku kwasi kyra kyriakos lachlan ladislav laila laima lajos lalitha lambert lamia lamine
lanre larissa lasha latifa latoya laureen laureline laurens lauri laurids lauro laurine laverne layton leandra leda leen leena lelia lemuel lenore
leola leonel leonid leonidas leontine leopoldo levente lexi liadan lidija lidwien lien liesbeth liesel lieve ligia lilja lilas lilla lillemor limor
lior liron lisanne livio liwia llewellyn llinos lluis lodewijk loic lolita lonneke loredana loreen loren lorna lorne lotta louella louison lourens
lovisa lowri luana luann lubica lubos lucjan ludek ludivine ludmila luigi luigia luiza lumi lutfi luuk lykke lynette lyubov maaike maartje maarit
macarena macarius machteld madalena madelon madleen maebh maelle maelys maeve magali magdalene magne mahesh mahalia mahmood mahsa mai mair maire
mairead maite makena malachi malaika malak malek malgosia malika malina malou mamadou manal mandeep manjit manoel manolis manolo mansi mansour manu
marcelle marceline mareike mareille margje margo margrit margriet mari mariama mariangela mariano marianna maribel maribeth marielena mariella marijke
mariken marilena marilyn marijn marisela maritza mariya marja marjo marjolaine marjolein marjut marketa marleen marloes marquita marsha martje martyna
marusia marwa marwan maryann maryanne maryse masaki masako masato massoud mathis mati matej matias matilda matilde matjaz matus maude mauritz mavis
maxence maxwell maylis mayumi mbali meaghan medhi mehwish meinrad meir melek melike melita menachem meret meri merijn meriem mervyn meryem mette
micaela michalina micheal michiko midori mieke miguelina mihaela mihail mihaly mijo mikaela mikko mikolaj milada milagros milla milja minna minoru
miquel mirabel miran mireia mireille mirek miren mirja mirka mirta mirva mischa miso mitsuo mladen modesta modou mohini momchil monette montse
montserrat mordechai morena morgane morna morwenna moshe moussa mukesh munira munir murielle myfanwy mykola myrthe nacho nadav nadezhda nadiya nadzeya
nael nahla naila naim naimh najat namrata nanna naoko naoki naoise narges nasreen nassim natacha natan nathalia natsuki navid nayeli nazan nazli necla
neele neeraj nehemiah nela nerea nessa neta nevena nia nichola niccolo nicholle nicolaas nicoline nicolo nieves niina nikhita nikoleta nimrod niobe
nirmala niroshan nisa nish nita niyati njeri noemie nolwenn nomvula nonhlanhla noortje norah norihiko nuala nuru nutan nyasha oana oceane oddvar odile
odalys ofelia ofer ofra oisin okan oksana oladele olamide olayinka oleksandr oleksii olexandr oliwia olwen olya omid ondine onyeka oonagh ophelie oren
orianne orit orsolya orsola ortwin osagie osamu osman ottavia ottilie ottmar ottoline outi oyvind ozan ozgur ozlem padraic padraig palmira pamina panos
paolina parminder parvaneh parvati pascaline pasi pasquale patrice patricija patrycja patsy paulien paulius pearce pedram pekka pelle penda pepijn
pernilla pernille perrine petal petar peterpaul petronella petteri petula phuong pieterjan piia pinar pippa pirkko pradeep pranay prasanna prathamesh
preben predrag preethi prem primoz prisca pritam priti priyesh purvi qian qiang quirin quynh raanan radmila radoslav radovan rafaella raghu rahma raimo
raine raisa rajan rajani rajat rajeev rajendra rakel rakesh ramin ramiro ramune randi ranja raoul rasa rashida rasheed ravindra raya rebekah reem reema
reeta reidar reijo reina reka remco remigiusz remo renat renske renzo reshma reza rhiannon rhoda rhona riad riana ricarda riccarda rickard riikka rimma
rina rinat risto ritva rivkah roald robbert robine rocco rochelle rodica roelof rohini roisin rokas romane romano romuald ronit ronja roos roosa
rosalba rosalia rosalva rosamund roser rosita roslyn roswitha rotem roxane roza rozalia ruairi ruari rudiger rupali ruslan rutger ruta ruthie ryoko
ryota saad saara saba sabah sabri sadaf safiya sahana saida saila sakari sakura salah saleem salim salla salman salvatrice samara sameer samia samina
samu sanaa sanjana sanjit sandor sania sanjukta santi santino saoirse saori saoussen sarai saran sarina sarika sasho sashka savvas schirin seamus
sebnem sedef seiji sejal selin semra senad senem seonaid serap serafina serban sergej serhiy serina sevda sevgi sevil seymour shabnam shada shadi
shahid shai shaimaa shakira shalini shamim shani shanice shankar shannen shantanu sharmila sharona shauni shawna shaya sheela shefali shelly sheryl
shigeru shimon shinichi shira shirin shivam shlomo shobha shona shoshana shubham shuji shuying sibel siddhartha sieglinde sietske sigal signe sigrun
sigurd silje silvester silvestre simcha simran sinan sindre sinem sirkka sixten siyabonga slavica sneha snezana soeren sofiane sohail soile solenn
solvej solveig somchai sonal soraya sorcha sorin soumya souad spyros sridhar srinath stacie stanimir stanislava stanislaw stavroula stefaan steffie
stefka stelian stelios stephania stephany stijn stjepan suad sudhir suleiman sultana sumaya sumathi sunniva supriya suraj surendra surinder
sushil susheela suvi suzan svea svein svenja svetla svitlana swapna swaroop sybil sylke sylvana sylvester sylvi synne synnove szabolcs szilvia tabea
tadas tadashi tahir taija taisto takako takumi talita taliesin tamika tamsin taneli tanguy tanisha tapani tarek tarja taru taryn tayfun tecla tegan
teemu teija temitope tendai teodor teodora teofil teppo tereza terezia terhi tessy teuvo thabiso thais thalia thandi thanh theis thekla theodoros
thierno thijmen thilde thorbjorn thora thyra tiana tibo ticiana tiina tijana tilo timea timon timur tinashe tineke tirza tiziana tjerk tobi tolga tolu
tomi tomislav tonje tonya toomas toril torkel toru traci tracie traugott trine trish trond truls trude trygve tugce tuomas tuula tuva tyrone tyra tzvi
ugne ulises ulrika ulysse umut unai unni uri urs urska urszula urvashi uxia vaibhav valborg valentijn valeriya valerian valtteri vanda vasiliki vasudha
vegard veikko vela velma venkat venla verity verne vesna vessela vibeke vicente vicenta viggo viivi viktoriia viktoriya ville vilhelm villads vimal
vincenza vinita vinicius violaine viorel viraj virpi vitor vitaly vitalii viveka vladan vlasta vojtech volodymyr vuk vytautas wahid walburga wanjiru
waqas warsame wassim wayan weronika wessel wiebke wieslaw wietske wiktor wiktoria wilbert wilfred wilfrid wilhelmina wilhelmine willeke wim winifred
winnie wiremu witold wojtek wouter xanthe xabier xenia xiang xoan xochitl yaa yaacov yair yakov yamina yaniv yanis yannis yaron yasemin yashoda yasin
yasmina yassin yassine yavuz yeliz yelena yetunde yevgenia yiannis yigal yildiz yiqing ylva yngve yohan yolande yomi yorick yosra youssouf yuna yunus
yuto yuval yvain yveline zafer zahid zaid zaida zaira zakaria zalan zaneta zarina zbynek zeb zehra zelda zenon zeynab zeina zigmund zineb zita zivile
ziv zlata zofie zoja zoli zorica zoran zsolt zsuzsanna zubair zuleika zulema zvonimir zwelethu darcy eilis kit morag euan mairi dougal ishbel
aafke aarav aarti abdallah abdel abdelaziz abdelkader abdellah abdelrahman abdessamad abdoulaye abdulaziz abdulrahman abhay abhijit achieng adalberto
adaobi adel adelina adem adhiambo afia afua aggeliki agne agneta aharon ahlam aicha aija ailbhe aileas ailsa aina aino aissatou aiste aivar aivars
ajit akhil akinyi akos aksel alanig albane aldona aled aleix alev alexandros algirdas alicja alireza alix alondra alper altan alun alzbeta amaka amani
amarachi ambroise ambrus ameline amilcar amira amirali ammar amol anagha anahita anant anass anastasios anastazja anca andris anezka anh aniela
anindita aniruddha anis anissa anjana ann-kathrin anna-maria annaig annalena anne-claire anne-laure anne-sophie annelene anneli annelie annelise anoop
anselme anshul antia antonina antonis anwen anxo aoibheann aoibhinn apolonia apoorva araba arantxa arantza ardavan arezoo argyro ariane arild ario
aris armel armin arnab arnau arni arnulf arpad arturas arvid arwel asbjorn asger ashutosh asma assia asuman atefeh athanasia atieno atilla attila atul
aurel aurelio avigail aviv aviva avner avni awa awuor aya ayanda ayelet ayla ayman aymen ayoub aysegul aysel ayten ayush azenor aziliz aziza badr
bahman bahram baiba balint banu bao baraka barbel baris barnabas bas bassam bastien batya baudouin baukje beathag beeke behnam behnaz behzad bence
bengt benno bente benzion berengere berk berna bertalan bertil bertille bertram beto beyza bhaskar bhavana biel bijan bilal bilel bilge bimal binh
binta birgitta birkir birol birthe bjarni blai blandine blathnaid bleuenn bleunwenn bogumil bogumila boguslaw boguslawa bohumil bohuslav bolaji
bongani borghild borje botond bouchra boudewijn bouke brais breixo bretislav brieuc brinda bronislaw bronislawa brunhilde bryn bryndis buhle bukola
bulut burghard burkard busi busisiwe busra calixte calum cameron canan capucine carys cassien cathal catrin cecylia cees cemal cemile cengiz ceren
ceri ceridwen cesaire cetin cezar chafik chaima chakib chana charalampos charu chaya chebet cheick cheikh chela chelo chema chenai cheptoo chibuzo
chidera chiedza chigozie chinelo chinonso chioma chisom christl chrysa chrysoula chukwuemeka chuy ciaran cigdem cihan ciorstaidh ciprian citlali
citlalli claudiu clemence clodagh clothilde clotilde coinneach conall conleth connla corina cornel coumba criostoir cristi cunegonde cyprien cyriaque
czeslaw dafna daire daithi daiva daksh damilola damini damla danie danuta daragh dariush dariusz darshan darya dayo defne deirbhile delyth demba denes
denez denisa dermot dezso dhananjay diarra diederik dietrich dilwyn dilys dionysis diya djibril dobrochna dogan dohyun doina domhnall donalda donatien
donghyun donnacha donnchadh doriane dorin dorit dougie dounia dov dovile drahomira driss duaa dudi dugald dulce dumisani dumitru durk duygu dympna
dzifa eavan ebele ece eckart eckhard edeltraud edgard edgardo edgars edmee edurne edwige eelco eero eeva efflam efi eftychia egle ehab ehrenfried ehud
eifion eimhear einin eirini eirlys ekene ekrem ekua elaheh elazar eleonore eleri eleuterio elfed eliezer elikem elisenda eliska eliyahu elmarie elnaz
eloan elouan elsbeth elske elzbieta emel emeline emilien emin emlyn emmerich emrys enaut eneko enguerrand enid eniko enitan enor enora enver eoghan
eoin ercan erdal erdinc erdmute erez erhan erkan erwan erwann esin esko esmaeil essam estela ester eszter etain etna eudes eugeniusz eulalie eunji
eunjung eurwen evangelia evangelos evija evren evzen ewald ewen eytan faan fachtna fadia fadwa fahd falk farai faranak fares farhad fariba farideh
faris farnaz farshid farzad farzaneh faten fathi fatiha fatoumata fawzi faycal fearchar fearghal feike felicien felicja fenna fereshteh feride fermin
fernande fiachra fiifi fikret filiz finbarr finlay fintan fionnula flavie flavius flemming florentin florine fokke folau folkert fotini fotis
francette franciszek frantisek friedhelm froukje fuensanta fulbert fulgencio fungai funke funmi furaha furkan gadi gaetan gaizka galia galit gamze
garazi gargi gaspar gatis gauri gaute gbenga gebhard gediminas geertje geeta geir genaro genowefa geoffroy georgette georgios gereon gergo gertrud
gervais geth gethin geza ghada ghassan ghazal gheorghe ghita gidi gifty gilad gilberte gildas gili ginette gintare giorgos girish glynis gobnait
godefroy gokhan golnaz gonca gonul gonzague gorka gottlieb gotz goulven goulwen grazyna gregorio grietje grigoris gruff gruffudd gudula guenole guifre
guilhem guillem guillemette gulay gulcan gulsum gunnhild guntis guntram gurkan gustave gwendal gwenllian gwenn gwenola gwil gwladys gwyn gyongyi gyula
hachem hadassah hafid hafida hafsa hagai hagit haitham hajnalka hajo hakon halil haluk halvor hamad hamed hamida hamidreza hamisi hanane hande hanh
hani hanna-kaisa hanneke hannelore hanwei harini haritz harpreet harsha hartmut hartwig haruto hasna hassiba hatem hayat hayato haydar hefin hegesippe
heidrun hein heli helma hema hengameh hennie hermes herminio hernan hessel heulwen hicham hichem hideki hieu hikmet hilario hilke hillel hiltrud
hinemoa hinnerk hinrich hippolyte hiroto hisashi honorata honorine hooman horia houda houria houshang hrafn hugues hulya husamettin huseyin huy
hye-jin hyejin hylke hynek hyunwoo hywel ibai iban ibrahima ibtissam ichiro icia idan idrissa idwal ietje ieuan ifan ifeanyi ifeoma ifeyinwa ifor
igone ike ikenna iker ileana ilham ilhan iliana ilie ilinca illtyd ilyas ilze imane imanol imen imene imre inas inbal indrek inese ineta ingegerd
ingemar ingunn ingvar ioane iolo ionela iordanis ipek iraj irati irem irenee ireneusz iria irmtraud isaura isaure isidor isidore isla islwyn isolde
issah issam itamar itxaso itzel itzhak iulia iulian iuliana ivonne iyabo jaak jabulani jacco jacinthe jaco jacquez jafar jahangir jakez janaki janne
jarlath jaromir jaroslaw jaspreet jaswinder javad javiera jawad jayant jean-baptiste jean-claude jean-luc jean-marc jean-michel jean-paul
jean-philippe jean-pierre jean-yves jeanine jelmer jeno jepkosgei jeppe jeremie jerker jerop ji-woo jide jihoon jindrich jinwoo jirina jisoo jiwoo
joaquim jone joseba josep josette josiane josselin jostein josu jovita judicael julen julienne junko jurjen jussi juvenal jytte kaarina kabir kacper
kadiatou kadri kagan kagiso kahu kaito kalani kalman kalpana kaltoum kamau kamel kamilla kanika karabo karima kariuki karola karoly kartik kaspars
katlego katsumi kauri kaveh kawtar kayo kazim kazuko keabetswe keanu kehinde kemi kenichi kentaro kenza kepa keren kersti kestutis keyvan kgosi khady
khalida khanh khanyi khosrow kianoush kike kilian kimani kioko kipchoge kiprop kiptoo kirsteen kirstine kirti kiyoshi kobina kobus kojo koldo komal
koray korkut kourosh kreszenz kristyna krisztian kriti krystian kubra kudakwashe kudzai kumiko kweku kwesi kyriaki ladan ladislao ladislas laetitia
laia laleh lalo lambros lammert lamya latha laure laurentiu lavanya lazare leandre lebo lebogang leela lefteris leilani leire lenaig lencho leokadia
leoncio leonhard lerato lesego leszek levent leyla libor libuse lieke lieselotte liis liisa liliane lindiwe linette linh liora lisandro lisbet liviu
llew lluc loane loeiz loick loig lorant lorcan lorea lotfi lothar loubna louise-anne lubna lubomir lucette lucian lucienne lucile lucyna ludger
lungile lupita luzmila lwazi lydie lyse maarja maayan macaire macario madani madhav madhavi mael maelan magdolna maha mahboubeh mahdi mahin mahmut
mahnaz mahtab maialen maider mairin majda majid makbule makoa malachy maldwyn malini manabu manaia manasi manju manus marama marcal marceau marcelin
marcellin mared margareta marged margus maricruz marie-ange marie-christine marie-claire marie-claude marie-helene marie-jo marie-laure marie-line
marie-noelle marie-odile marie-paule marie-pierre marie-therese mariette mariko marinette mariola mariona marios marisel marjorie markel markku markos
markwart marylene maryline maryvonne marzena masami masaru masoud mathurin matyas maurine mawuli maximilien mayte meabh meche mechthild meena
meenakshi megha megumi mehran mehrdad mehrnoush meindert meinhard meinolf meirav meirion mela melchor melina meltem menno meral mererid merike
meritxell merve metin meurig mhairi michalis micheline mickael mieczyslaw miep mihkel mihnea miho mikel milda milind milosz min-jun minako mindaugas
minh minho minji minne minoo minseok minsu mitra mitsuko miyuki modupe mohand mohsen mojgan mokhtar momoko moncef monia morfydd morteza morvan morven
mosese motti mouad mouloud mouna mounia mounir mourad moustapha mpho mridula muguette muireann muiris mukund munashe murdo musa mustapha musyoka
muthama muthoni mutua muzaffer mwajuma mwangi mwende mylene myrtille myrto mzwandile nabila nacha nadege nadim nadir nafissatou naftali nahia nahid
najib najla najwa nalan nalani naledi nalini nando naoto narayan narcisse narimane nasim nasser nassima nathanael navneet nawal naz nazha ndeye ndidi
neasa nebahat necati neelam neeltje neema negin nekane nektarios nele nelleke nelu nepomuk neringa nermin nerys neslihan netanel neus nevin nezha nga
ngaire ngoc nhung nicanor nicasio nicolae nicoleta nidhi nidia nihat nikau nikoletta nikos nilda nilesh nilgun niloofar nilufer nimisha ninon nira
niranjan nishant nisrine nissim nitzan nizar njoki njoroge nkem nkiru nkosana nkosi nnamdi nneka nobuo noe noelle noga nokuthula nompumelelo nomsa
nonso noriko noura nourredine ntombi nuray nurcan nuri nurit nwando nyambura obi ochieng octavian octavie oddbjorn oddny odhiambo odhran odilon odvar
ofir ogechi oier oihana oivind okechukwu oktay olafur olaide olatz oluchi olumide oluwatobi olympe omer onyango onyinye orhan oriane orkun orlaith
orlane ortrun osaze osnat otakar othmane othmar otieno otmar ottokar otylia ouafa ouassim oumar ousmane oussama ovidiu owain oyin oystein ozge pacome
padraigh padrig paivi palesa panagiota panagiotis panashe pania pankaj paraskevi parastoo parul parviz pascual paterne patxi paulin pavla pavlos payam
peadar peigi peio pelin perceval pere pervenche petre petri petru peyman philibert philiberte philippine philomene phuc pierre-yves pierrette pierrick
pieternel pinelopi piret piroska pouria pouya prabha prasad prateek premysl prerna priit primitivo priscila proinsias puneet purnima pushpa queralt
queta quitterie rabah rabia rachelle rachida radha radhika radim radoslaw radu rafa rafik ragna ragnheidur ragnhild raimonds raivo rajni raluca
ramatoulaye ramazan ramzi rana ranald rangi rania ranjana raphaelle rasha rashmi rawiri rayan redouane reena reet refilwe regis rehema reiko reimer
reinhild renaud renu resi reuven reyhan rhodri rhuaridh rhydian riaan ridha ridvan rie rients rifat rihab riitta rika rinse rintje riona rionach
ripeka rishi riwan rober robustiano rodolphe rodrigue rogelio rokhaya roksana romaric ronaldo ronen roopa roozbeh ropafadzo rosa-maria roseline rosine
rotimi roya rozenn ruaridh ruchi rudo rufino rumbidzai rune rustem ruud ruurd ruvimbo ryo ryszard saadia sabela sachiko sadek sadik sadio saeid sagar
sagi saioa sajjad saki salem salif salih salima salimata salustiano salwa samaneh samar sami samih sanaz sanem sangeeta sanjiv sanne sapna sarel sarit
sarka satish satoko satomi satu saturnino saulius sayaka sayuri schalk schorsch seda sedat segolene sekou selcuk selorm semih semisi senan senga
seo-yeon seojun seoyeon sepideh sepp seppo serdar sergi sergiu serhat serkan serpil setareh setsuko seun severine severino sevim sevinc seweryn seydou
sezen sezgin shachar shahin shahla shahram shahrzad shalom shapour sharareh shashank shaul shay shervin shideh shikha shilpa shima shinobu shiori
shiva shizuka shlomi shmuel shoko shota shubha shulamit siale siamak sian sibongile sibusiso sidonie siebren siegbert siegmar siegrun sietse sigismund
sigmund sigurdur siham sihem siim sile silviu simbarashe simin sione sioned siosaia siphiwe sipho sivan siwan sixte sixtus sizwe sjoerd sjoukje
slimane smaranda smita snehal snorri soad soazic soheil sohrab soizic soizig soline songul soojin sooyoung sora sorana sorley soroush sotiris soufiane
souhail soukaina souleymane stanislas steinar steinunn stepan stine struan sture suat suleyman sumiko sumitra sungmin sunje suze suzette svatopluk
swantje swenja sybren sylvaine sylvestre sylvette sylviane sylwia szilard taavi tadhg taehyun tafadzwa taha tahar tahereh taiwo takudzwa talal tamati
tamer tamiko tamir tanel taner taoufik tapio tapiwa taraneh tarmo taro tarun tasos tassilo tatenda tatsuya tavita tawfik tayo tebogo tecwyn tegid
tegwen tehila tejas telesforo telse temi teodoro terje tetsuya teun tevita thanasis thandiwe thanos thao themba thembi theophile theuns thibaud
thibaut thiebaut thomais thorben thorunn thuy tiaan tiburcio tidiane tiernan tijmen tijn timoteo timothee tipene tiphaine titien titouan tjeerd
tjitske tolulope tomasa tomer tomomi tomos tonu torbjorn tord torgeir tormod torquil torstein torunn toshiko toshio tosin toussaint tova traian
traudel traute treasa triin trijntje troels trudel trupti truus trystan tsepo tshepo tsitsi tsubasa tsutomu tsvi tudual tugba tugdual tumelo tuncay
tunde tunji turgut turkan tushar tuvia txell tzipi uchenna uday ufuk ugochi ugur uju ulle umit unnur uriel urko urmas uschi uxue uzi vaggelis vahid
vaishali valdemar vanesa vangelis vasant vasile vedis veena vendula venkatesh vianney vicent victorien vilmos vimala vimbai vincente vincianne vineet
vinzenz viorica virag viviane volkan volkmar waclaw wael wafa wafaa wairimu walid walther wambui wandrille wangari wangui wanjala wanjiku wassila
wencke wenzel whetu wibke widad wiebe wiesje wieslawa wietse wilfredo willemijn wilmer wilson wioletta wladyslaw wlodzimierz wyn wynand xabi xaver
xaviere xiomara xulio yaakov yacine yacouba yadira yafit yagmur yahya yalcin yamila yamini yanina yannig yashar yasuko yasushi yaw yazid yehuda
yehudit yejin yemi yesenia yeukai yfke yigit yilmaz yitzhak yoan yoann yoav yochai yoel yogesh yohann yola yolaine yoli yonatan yoona yoram yorgos
yoshiko yossi yosuke yotam youcef younes youngho younous yousra youssou ysaline yseult yuichi yuka yukari yuko yumi yumiko yuriko yusuke yutaka yvon
yvonnick zacarias zahia zaki zanele zaynab zdenka zdzislaw zeev zehava zeineb zekeriya zelie zenzi zephyrin zerrin ziad zied zigor zinhle ziortza ziya
zodwa zohar zoilo zoubida zouhair zouhir zsuzsa zuzanna zvi zvikomborero zygmunt
sonke soenke ximo dele piet levin
`
    .trim()
    .split(/\s+/),
);

/** Family names common enough to make an unknown first word a likely given name ("Nkiru Garcia"). By hand, folded. */
export const familyNames: ReadonlySet<string> = new Set(
  `
abe acosta adams adebayo agarwal aguilar ahmed akhtar albrecht alexander ali allen almeida alvarez andersen anderson andersson araujo arnold
bach bailey baker bakker banerjee barbier barnes bauer baumann beck becker bell bennett berg berger bergmann bernard bhatt bianchi
bjork blanc blanchard blom bonnet boyer brandt braun brooks brown bruno bryant burns butler byrne campbell cardoso carlsen carlson carter
castillo castro chan chang chatterjee chaudhary chavez chen cheng chevalier choi chopra christensen chung clark clarke clement cohen collins colombo conti
contreras cooper costa cox cruz dahl davies davis delgado desai deshmukh diaz dietrich dijkstra dixon dubois dufour dupont durand edwards eriksson
escobar esposito evans fernandes fernandez ferrari ferreira fischer fisher fleming flores fontaine foster fournier franke friedrich fuchs
gallagher garcia garnier gauthier gibson gomes gomez gonzales gonzalez gordon graf graham greco green griffin griffiths gruber guerin guerra gupta
gustafsson gutierrez guzman haas hahn hall hamilton hansen hansson hartmann harris harrison hartman hayes heinrich henderson hernandez herrera hill
hoffman hoffmann hofmann holm horvat horvath howard huang huber hughes hussain ibrahim ivanov ivanova iyer jackson jacobs jacobsen jain jansen janssen jansson
jenkins jensen jimenez johansen johansson johnson johnston jones jorgensen joshi jung kaiser kapoor karlsson kaur keller kelly kennedy khan kim
klein koch kohler kowalska kowalski kozlov kramer kraus krause kruger kuhn kulkarni kumar lambert lang lange larsen larsson lefebvre legrand lehmann leroy
lewis lim lindberg lindgren liu lopes lopez lorenz ludwig lund luo madsen maier malhotra marchand mariani marino marques martinez martinsson
mayer mcdonald mckenzie medina mehta mendes mendez mendoza menon mercier meyer miller mishra mitchell moller molina morales moreau moreno moretti morgan morris
mueller mukherjee muller murphy murray nagy nair nakamura nakano nelson neumann nguyen nielsen nilsson nkosi novak nowak nunez nyberg okafor okeke olsen olsson
ono ortega ortiz otto owens park parker patel patil peeters pedersen pereira perez perrin persson petersen peterson pfeiffer phillips pinto popescu popov
powell prasad quinn rao ramirez ramos rasmussen reddy reid reyes ribeiro ricci richter rinaldi rivera roberts robertson robinson rodrigues
rodriguez rogers romano romero rossi rousseau roux roy ruiz russo ryan saito salazar sanchez sanders santos sato sauer schafer schmid schmidt schmitt schmitz schneider
scholz schreiber schroder schroeder schubert schulte schulz schulze schumacher schuster schwarz scott seidel sharma shah shaw shen shimizu silva simon simpson singh
smirnov smit smith soares sokolov sorensen soto souza stewart stein suarez sullivan sun suzuki svensson tan tanaka tang taylor teixeira thapa thomas thompson tran
turner vargas vasquez vega visser vogel vogt volkov wagner walker wallace walter wang watanabe watson weber weiss werner white williams williamson wilson winkler
wolff wong wright wu xu yamada yamamoto yang yilmaz yoshida zhang zhao zheng zhou zhu ziegler zimmermann
`
    .trim()
    .split(/\s+/),
);
