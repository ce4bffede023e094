import { skeleton } from './fold.ts'
import { furtherGroups } from './further-nicknames.ts'

/**
 * Given names that one person goes by, a group a line, in the folded form of `foldLetters`. The first is the full
 * name. A short form may stand in several groups (`alex`, `chris`, `pat`). A man's form and a woman's (`michel` and
 * `michele`, `andreas` and `andrea`) never stand together: they are a couple, or brother and sister. Own compilation from common knowledge.
 */
const groups = `
robert rob bob bobby robbie bert roberto
william will bill billy willy liam wilhelm willem guillaume guglielmo
richard rick dick rich ricky richie ricardo riccardo
james jim jimmy jamie jaime
john jon johnny jack johannes johan hans juan giovanni ivan
jonathan jon jonny johnny nathan
joseph joe joey josef jose giuseppe pepe beppe sepp jupp
michael mike mick mickey mikey michel miguel mikhail misha michal micha
thomas tom tommy tomas tommaso tomasz
charles charlie chuck chas carl karl carlos carlo kalle
edward ed eddie ted teddy ned eduard eduardo edoardo
edwin ed eddie
theodore ted teddy theo
daniel dan danny
david dave davy davide
matthew matt matthias mateo matteo matthieu matze mateusz
anthony tony antonio anton antoine toni
andrew andy drew andreas andre andrei andrzej andrey andi
alexander alex al sasha sascha xander alejandro alessandro aleksandr alexandre lex
alexandra alex sandra sasha sascha alessandra alejandra lexi
steven steve stephen stefan stephan stevie esteban stefano etienne szczepan
christopher chris topher kit christoph cristoforo krzysztof christophe
christian chris cristian kristian
christina chris christine tina chrissy christa kristina kristin kirsten cristina krystyna
nicholas nick nicky niko nicolas klaus claus nikolaus nikolai kolya
patrick pat paddy patricio
patricia pat patty trish tricia patrizia
samuel sam sammy
samantha sam sammy
benjamin ben benny benji
gregory greg gregor grigori grzegorz
jeffrey jeff geoff geoffrey
kenneth ken kenny
ronald ron ronnie
donald don donny
timothy tim timmy timo
lawrence larry lorenzo laurent lorenz
leonard len lenny leo leonardo
frederick fred freddy friedrich fritz frederic federico
francis frank fran francisco francesco franz francois paco pancho
franklin frank
gerald gerry jerry
gerard gerry gerhard gerd gerardo
henry harry hank heinrich heinz enrique henri enrico hal
harold harry hal
peter pete pedro pietro pierre piotr petr pjotr
paul paulo pablo paolo pavel pawel
philip phil felipe philipp philippe filippo pip
raymond ray raimund
russell russ
stanley stan
walter walt wally walther
victor vic viktor vittorio
vincent vince vinny vincenzo
zachary zach zack
joshua josh
jacob jake jakob jacques jacopo
nathaniel nate nathan nat
martin marty martino
george georg jorge giorgio jerzy juergen jurgen georges
eugene gene eugen eugenio
eric erich erik
dennis denis denny
douglas doug
albert al bert bertie alberto
alan al allan allen
alfred alf fred freddy alfredo
arthur art artie arturo artur
bernard bernie bernd bernhard bernardo
bradley brad
calvin cal
clifford cliff
curtis curt
kurt conrad konrad
dominic dom nick dominik domenico
gabriel gabe
herbert herb bert heribert
howard howie
irving irv
isaac ike zac
jeremy jerry jem jeremiah
louis lou louie luis luigi ludwig lewis
marcus marc mark markus marco marcos
maxwell max
maximilian max maxi massimiliano
mitchell mitch
norman norm
oliver ollie olli
oscar oskar
randall randy
randolph randy
reginald reg reggie
roderick rod
rodney rod
roger rog ruediger
rupert rup ruprecht
sebastian seb bastian basti sebastien
sidney sid
simon si
terence terry
theresa terry tess tessa teresa therese
tobias tobi toby
vladimir vova volodya wladimir
dmitri dima dmitry dimitri dmitriy
sergei sergey serge seryozha
yevgeny zhenya evgeny evgeni evgeniy eugene
alexei alexey aleksei alyosha alexis
ekaterina katya kate catherine
katherine kate kathy katie kathryn catherine cathy kat kitty katharina kathrin kathi katrin caterina catalina katarzyna kasia
elizabeth liz beth betty eliza lisa lizzie betsy libby elisabeth lise elspeth elisabetta bettina elzbieta ela
margaret maggie meg peggy marge margie margarete greta margarita gretchen rita malgorzata gosia
mary molly polly maria marie
maryam miriam
susan sue susie suzy susanne suzanne susanna susana
jennifer jen jenny jenna
jessica jess jessie
deborah deb debbie debra
barbara barb babs barbie basia bärbel barbel
rebecca becky becca rebekka
victoria vicky tori vicki viktoria
pamela pam
sandra sandy
cynthia cindy
cassandra cass cassie sandra
dorothy dot dottie dorothea doro dorothee
eleanor ellie nell nora eleonore leonor elena
ellen nell helen
helen helena elena helene lena nell
emily em emmy emilia emilie
frances fran francesca franziska franzi francisca
gabriela gabi gaby gabriele gabriella gabrielle
gertrude trudy gertrud
jacqueline jackie
janet jan
janice jan
jean jeanne jeannie
joan joanie
joanna jo joanne johanna
josephine jo josie josefine josefina
judith judy judi
julia julie jule giulia
kimberly kim
laura laurie
linda lindy
lillian lily lil
madeline maddy magdalena lena
melissa mel missy
melanie mel
michelle shelly michele
nancy nan
natalie nat natalia nathalie natasha
nicole nicky nikki nicola nicoletta
pauline paulina
rachel rach rahel
roberta bobbie robbie
rosemary rose rosie
sarah sara sally sadie
stephanie steph stefanie steffi stefania
sylvia sylvie silvia
tamara tammy
teresa terri teri tess
valerie val valeria
vanessa nessa
veronica ronnie vroni veronika
virginia ginny ginger
wendy gwen gwendolyn
yvonne evonne
anne ann anna annie ana anya ania
angela angie angelika angelica
antonia toni
astrid asta
brigitte gitta brigid birgit britta
charlotte lotte charlie lottie carlotta
christiane chris
daniela dani danielle
friederike rike
gisela gisi
hildegard hilde
ingeborg inge
irmgard irma
juliane jule julia
karoline caroline carolin caro lina carolina carrie
manuela manu
martina tina
mechthild meike
monika moni monica monique
petra pet
regina gina
sabine bine sabina
ulrike ulli rike
ulrich uli ulli
ursula uschi ulla
waltraud traudl
wolfgang wolf wolfi
joachim jochen achim joaquin
hansjoerg hansjorg hans joerg jorg
johannes hannes johann hans
manfred manni fred
rolf rudolf rudi rudolph
reinhard reiner rainer reinhold
siegfried siggi
dietrich dieter
dieter didi
guenther gunther gunter guenter
heike heikki henrike
juergen jurgen
lothar lutz
stefan steffen stephan
francisco paco curro pancho
ignacio nacho
jesus chus chuy
jose pepe
manuel manolo manu manny emanuel emmanuel
mercedes merche
rosario charo
dolores lola
guadalupe lupe
concepcion concha conchita
pilar pili
rafael rafa raphael raffaele
salvador salva salvatore
santiago santi yago diego
enrique quique
roberto beto
alberto beto
eduardo lalo
luis lucho
guillermo memo
giuseppe pino peppino
luigi gigi gino
giovanni gianni nino vanni
domenico mimmo
vincenzo enzo
lorenzo enzo renzo
salvatore toto turi
francesco franco checco ciccio
mohammed mohamed muhammad mohammad mo mehmet muhammed
abdullah abdul
ibrahim abraham abe ibo
yusuf joseph jusuf yousef youssef
suleiman sulaiman solomon
ahmed ahmad achmed ahmet
ali aly
fatima fatma
aisha ayesha aicha
krishna kris krish
rajesh raj
rajendra raj
subramanian subbu subra
venkatesh venkat venky
sanjay sanj
vijay vij
masha maria mariya marija
sasha alexander aleksandr shura
sasha alexandra aleksandra shura
natasha natalia natalya natalja natalie
lena elena yelena jelena
tanya tatiana tatyana tatjana
ira irina
sveta svetlana
seryozha serezha sergey sergei
lyosha lesha alyosha alexey aleksey
zhenya evgeny evgeniy yevgeny
zhenya evgenia
kolya nikolay nikolai
lyova lev
volodya vova vladimir
grisha grigory
yura yuri yury
slava vyacheslav yaroslav
mandy amanda
jan johannes jannis
`

/** Groups by a name as it is listed, and by its sound for spellings that are not. */
const bySpelling = new Map<string, number[]>()
const bySound = new Map<string, number[]>()
for (const [group, line] of `${groups}${furtherGroups}`
  .trim()
  .split(/\s*[\n/]\s*/)
  .entries()) {
  const names = new Set(line.split(' '))
  for (const [map, spelt] of [
    [bySpelling, names],
    [bySound, new Set([...names].map(skeleton))],
  ] as const)
    for (const name of spelt) {
      const held = map.get(name)
      if (held) held.push(group)
      else map.set(name, [group])
    }
}

/** Names looked up before, since the same ones come again and again. */
const known = new Map<string, readonly number[]>()
const MOST_KNOWN = 50_000

/** The groups of given names that this one (folded, in any spelling) stands in; empty where no other form is known. */
export function nicknameGroups(given: string): readonly number[] {
  let found = known.get(given)
  if (found === undefined) {
    // Joe sounds like Jo, who is Josephine: a name that is listed is in its own groups only.
    found = bySpelling.get(given) ?? bySound.get(skeleton(given)) ?? []
    if (known.size < MOST_KNOWN) known.set(given, found)
  }
  return found
}

/** Whether one person may go by both given names (folded): Bob and Robert, Hans and Johannes. */
export function areNicknames(a: string, b: string): boolean {
  if (a === b) return true
  const first = nicknameGroups(a)
  if (first.length === 0) return false
  const second = nicknameGroups(b)
  return first.some((group) => second.includes(group))
}
