/**
 * Short forms of less frequent names, and spellings that go beyond what `skeleton` evens out; the rest of the table in
 * `nicknames.ts`, a group between two slashes. Two full names that people bear side by side (Ellen and Helen, Leo and
 * Leon) stand in no group together. Own compilation from common knowledge.
 */
export const furtherGroups = `
kathleen kathy kate kath katie / johanna hanna hanne / hannah hanna / joanna asia / josephine josie fina / josefa pepa
isabel isa izzy bella isabelle isabella ysabel / annabelle bella belle / arabella bella / ellen ella nell nellie
eleanor ellie nell nora ella elinor / eleonore nora lore / helen nell / helene leni lena / abigail abby gail
adelaide addie adele / adelheid heidi / heidemarie heidi / agatha aggie / agnes aggie nessie / agnieszka aga
alice ali allie / alison ali allie / amelia amy millie / andrea andi drea / beatrice bea trixie beatrix beatriz
bernadette bernie detta / bridget bridie biddy / camille cami / camilla milla cami / cecilia cece celia cissy / constance connie
cordelia delia / diana di / diane di / dominique dom / dorothy dolly dot dottie / theodora dora thea / edith edie
emma em emmy / erica ricky rikki / esther essie / eva evi / eugenie genie / felicity fliss flick / florence flo florrie flossie
frances fran frankie fanny / georgina georgie gina / geraldine gerry / gertrude gertie trudy gerti / gillian jill gill / jillian jill
harriet hattie harry / henrietta etta hettie / henriette jette / imogen immy / jacqueline jackie jacqui / jane janie
jasmine jas jazz / jeanette nettie / joan joanie / judith judy jude jutta / julia jules / juliet jules julie / julian jules
kirsten kirsty / kristen kris kristi / leonora nora / letitia tish / lucinda lucy cindy / lucia lucy luci / lydia liddy
madeleine maddie / marcella marcy / marguerite margot / marjorie marge madge / martha marty mattie / matilda tilly mattie maud
mathilde tilly / maureen mo / mildred millie / millicent millie / miriam mimi mim / miranda mandy randy / olivia liv livvy ollie
penelope penny / philippa pip pippa / priscilla cilla / prudence prue / rebecca becky bex / rosalind ros roz rosie
rosemarie rosi romy / roswitha rosi / roxanne roxy / ruth ruthie / savannah vanna / selina lina / sophia sophie sofia sofie sonya
stella estelle / tabitha tabby / theresia resi / victoria vicky vicki vic tori / vittoria vicky / vivian viv
wilhelmina mina willa minnie wilma / winifred winnie freda / yolanda yoli
abraham abe bram / adrian ade / alastair ali alasdair alistair alister / alvin al / archibald archie / august gus / augustus gus
alois loisl / aloysius alois / barnaby barney / barnabas barney / bartholomew bart / basil baz / brandon bran / cameron cam
caspar cas kaspar casper / cedric ced / clement clem / cornelius neil cor kees / cuthbert bert / cyril cy / damian damo damien
desmond des / donovan don / duncan dunc / ebenezer eben / edgar ed / edmund ed eddie ned ted / elijah eli / elliott eliot elliot
ernest ernie ernst / ezekiel zeke / fabian fabi / ferdinand ferdi nando / fernando fer nando / finlay fin finley / florian flo flori
gilbert gil bert / graham grahame graeme / harvey harv / hector ector / horace horry / hubert bert hubi / hubertus hubert hubi
hugh hughie huw / humphrey humph / ian iain / isidore izzy / jason jay jase / jerome jerry / jefferson jeff / joel joe
konstantin kostya konsti constantin / lambert bert / leander lee / leopold leo poldi / lester les / leslie les lesley
lucas luke luca lukas / malcolm mal / maurice mo moritz / marvin marv / melvin mel / montgomery monty / morris mo
mortimer mort / neville nev / oswald oz ozzie / otto otti / percival percy / preston pres / quentin quin / roland rollo roly
rudolph rudy / sheldon shel / sigmund sigi / spencer spence / stuart stu stewart / thaddeus tad / valentine val / vernon vern
wallace wally / warren waz / wilbur will / wilfred wilf fred wilfried / winston win / wolfram wolf / carsten karsten
wojciech wojtek / stanislaw staszek stan / krzysztof krzysiek / tomasz tomek / jakub kuba jacob / aleksandra ola / magdalena magda
ewa ewka / piotr piotrek / anastasia nastya asya stacy / svetlana lana / ludmila lyuda mila luda / galina galya / lyubov lyuba
nadezhda nadya / valentina valya vale / oksana ksyusha / ksenia ksyusha / pavel pasha / anatoly tolya / gennady gena
vladislav vlad / viktor vitya / vitaly vitalik / fedor fedya theodore / timofey tima / stanislav stas / roman roma / arkady arkasha
matvey motya / andrei andryusha / ivan vanya / petr petya / maksim max maxim / artyom tyoma artem / denis den / daria dasha
polina polya / elizaveta liza elizabeth / antonina tonya / zinaida zina / tamara toma / raisa raya
francisca paca paqui / antonia tona / carmen menchu / concepcion conchi / dolores loli / guillermo guille / gonzalo gonza
nicolas nico / ramon moncho / sebastian sebas / alejandra ale / mariana mari / micaela mica / veronica vero / veronique vero
giacomo mino / giorgio gio / antonella nella / elisabetta betta / federico fede / gabriele lele / raffaella lella / umberto berto
guillaume guigui / benoit ben / genevieve gen
elisabeth sissi lisl elli liesel / franziska sissi / benedikt bene beni / dominik domi / maximilian maxl / ludwig wiggerl
annemarie anni / gudrun gudi / hannelore hanne lore / marlene leni / liselotte lilo lotte / dietmar didi / eberhard ebi
ekkehard ekki / gottfried friedl / hartmut harti / helmut helmi / hermann hermi / norbert nobby bert / karlheinz heinz
hanspeter hape / hedwig hedi / edeltraud traudl / andreas anderl / korbinian korbi
vikram vik / siddharth sid / abhishek abhi / aditya adi / aishwarya aish / arvind arv / deepak deep / harpreet harry
lakshmi laxmi / madhavi madhu / manish mani / nikhil nik / ramakrishnan ram / ravindra ravi / sandeep sandy / satyanarayana satya
sudhir sud / swaminathan swami / abdulrahman abdul / khalid khaled / hussein hussain / hasan hassan / omar umar / said saeed
zainab zeynep / khadija hatice
`
