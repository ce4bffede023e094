import { skeleton } from './fold.ts'

/**
 * How common names are, as a share of the people of one's network who bear them, in classes: only the order of
 * magnitude matters. Own compilation of names known to be frequent in English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Scandinavian, Slavic, Turkish, Arabic, Indian and East Asian use; the shares are assumptions
 * (census lists put the most frequent surnames of a country at .5 to 1 %, in China, Korea and Vietnam at 7 to 30 %).
 */
const surnames: readonly (readonly [share: number, names: string])[] = [
  [
    0.004,
    `smith johnson williams brown jones garcia miller davis rodriguez martinez muller mueller schmidt schneider fischer
    kim lee park wang li zhang chen liu nguyen tran singh kumar sharma patel khan ali ahmed silva santos martin bernard
    rossi ferrari hansen jensen nielsen andersson johansson de jong jansen yilmaz nowak kowalski ivanov smirnov sato suzuki`,
  ],
  [
    0.0015,
    `hernandez lopez gonzalez wilson anderson thomas taylor moore jackson perez thompson white harris sanchez clark
    ramirez lewis robinson walker young allen king wright scott torres hill green adams nelson baker hall rivera campbell
    mitchell carter roberts phillips evans turner parker collins ivanova popova petrova morozova novikova lebedeva edwards stewart morris murphy cook rogers morgan cooper
    peterson reed bailey bell kelly howard ward cox richardson wood watson brooks bennett gray james hughes price myers
    long foster sanders ross sullivan russell fisher henderson cole west jordan meyer weber wagner becker schulz hoffmann
    schafer koch bauer richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange schmitt
    werner krause meier lehmann schmid schulze maier kohler herrmann konig walter peters keller kaiser fuchs huang zhao wu
    zhou xu sun ma zhu hu guo he lin choi jung kang cho yoon jang lim pham le hoang phan vu dang bui do gupta verma mehta
    shah reddy rao das jain agarwal mishra yadav oliveira souza pereira costa ferreira dubois petit durand leroy moreau
    simon laurent lefebvre michel russo esposito bianchi romano colombo ricci marino greco larsen olsen pedersen berg
    karlsson nilsson eriksson larsson bakker visser smit kaya demir celik popov petrov tanaka watanabe yamamoto hassan
    hussain ibrahim fernandez gomez diaz alvarez moreno romero ruiz ramos ortiz cruz reyes morales gutierrez chavez`,
  ],
  [
    0.0006,
    `alexander hamilton graham reynolds griffin wallace west cole hayes bryant gibson ellis stevens murray ford marshall
    owens mcdonald harrison kennedy wells woods porter hunter hicks crawford henry boyd mason morrison kennedy warren
    dixon burns gordon shaw holmes rice robertson hunt black daniels palmer mills nichols grant knight ferguson rose stone
    hawkins dunn perkins hudson spencer gardner stephens payne pierce berry matthews arnold wagner willis ray watkins
    olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver
    greene lawrence elliott sims austin peters kelley franklin lawson fields ryan carr vasquez castillo wheeler chapman
    oliver montgomery richards williamson johnston banks bishop mccoy howell morton hansen garza harvey little burton
    stanley george jacobs reid kim fuller lynch dean gilbert garrett romero welch larson frazier burke hanson day moreno
    bowman fowler brewer hoffman carlson silva pearson holland douglas fleming jensen vargas byrd davidson hopkins may
    terry herrera wade soto walters curtis neal caldwell lowe jennings barnett graves jimenez horton shelton barrett obrien
    castro sutton gregory mckinney lucas miles craig rodriquez chambers holt lambert fletcher watts bates hale rhodes pena
    beck newman haynes mcdaniel mendez bush vaughn parks dawson santiago norris hardy love steele curry powers schultz
    barker guzman page munoz ball keller chandler weber leonard walsh lyons ramsey wolfe schneider mullins benson sharp
    bowen daniel barber cummings hines baldwin griffith valdez hubbard salazar reeves warner stevenson burgess tate cross
    garner mann mack moss thornton mcgee farmer delgado aguilar vega glover manning cohen harmon rodgers robbins newton
    todd blair higgins ingram reese cannon strickland townsend potter goodwin walton rowe hampton ortega patton swanson
    vogel stein jager otto sommer gross seidel heinrich brandt haas schreiber graf dietrich ziegler kuhn pohl engel horn
    busch bergmann thomas voigt sauer arnold wolff pfeiffer roux david bertrand morel girard andre mercier dupont lambert
    bonnet francois martinez gallo conti mancini costa giordano rizzo lombardi moretti dijkstra mulder bos vos peters
    hendriks dekker brouwer bianco lindberg lindstrom lindqvist holm berg andersen christensen sorensen rasmussen madsen
    wisniewski wojcik kowalczyk kaminski lewandowski zielinski novak svoboda horvath nagy szabo toth sokolov kuznetsov
    mikhailov fedorov volkov vasiliev pavlov ozturk aydin arslan dogan kilic suzuki takahashi ito nakamura kobayashi kato`,
  ],
]

const givenNames: readonly (readonly [share: number, names: string])[] = [
  [
    0.015,
    `john michael david james robert william thomas peter andreas daniel mark richard paul maria anna mohammed jose
    juan carlos christian stefan martin thomas wei`,
  ],
  [
    0.006,
    `mary jennifer susan elizabeth linda barbara patricia sarah karen nancy lisa christopher joseph charles steven
    matthew anthony andrew brian kevin jason jeffrey scott eric stephen ryan gary nicholas jonathan george edward mike
    chris steve jim bob tom dave alex sam ben nick tim jeff julia laura sandra nicole petra claudia sabine susanne
    andrea michaela monika birgit markus frank klaus jurgen uwe bernd wolfgang alexander sebastian tobias florian jan
    philipp pierre jean michel philippe nicolas marie sophie isabelle nathalie giuseppe antonio giovanni francesco marco
    luca paolo luis miguel pedro jorge ana carmen joao ahmed ali omar fatima raj amit rahul priya sanjay vijay kumar min
    li jing yan hui lars anders erik hans johan anne emma sergey alexey dmitry elena olga natalia tatiana ivan
    simon oliver emily kate jessica amanda melissa stephanie rebecca rachel catherine victoria helen claire`,
  ],
  [
    0.0015,
    `ronald donald kenneth timothy larry frank raymond gregory samuel patrick dennis jerry walter harold douglas henry
    carl arthur roger keith jeremy terry lawrence sean jesse austin joe bryan billy bruce jordan ralph roy eugene wayne
    alan randy philip russell bobby johnny bradley charlie charles louis martin howard ronnie danny craig todd phillip
    margaret dorothy betty ruth sharon michelle carol deborah donna cynthia angela shirley brenda pamela debra carolyn
    janet virginia heather diane julie joyce christina joan evelyn judith cheryl andrea ann jean alice jacqueline teresa
    gloria sara janice kathryn theresa beverly denise tammy lori jane kelly dawn tina lauren erica robin tracy paula
    wendy holly sabrina werner gerhard manfred heinz jens ralf dirk torsten thorsten frank matthias jorg holger rainer
    kathrin katrin anja silke heike anke ute birgit katharina ines tanja alain bernard christophe eric laurent olivier
    thierry pascal stephane didier valerie veronique chantal fabrice massimo roberto stefano alessandro paola silvia
    fernando rafael javier sergio manuel ricardo eduardo lucia elena cristina isabel mehmet mustafa fatma ayse`,
  ],
]

/** Share of somebody whose name is in no list: one of about 20,000 surnames, 3,000 given names. */
const RARE_SURNAME = 0.00004
const RARE_GIVEN = 0.0003

const tableOf = (classes: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(
    classes
      .toReversed()
      .flatMap(([share, names]) =>
        names.split(/\s+/).map((name): [string, number] => [skeleton(name), share]),
      ),
  )

const shareOfSurname = tableOf(surnames)
const shareOfGiven = tableOf(givenNames)

/** Prior share in (0, 1) of people who bear this surname (as `skeleton` makes it). An assumption; see the lists. */
export const surnameShare = (name: string): number => shareOfSurname.get(name) ?? RARE_SURNAME

/** Prior share in (0, 1) of people who bear this given name (as `skeleton` makes it). An assumption; see the lists. */
export const givenShare = (name: string): number => shareOfGiven.get(name) ?? RARE_GIVEN
