/// English cues: verbs with their frames (see `EnglishVerbs`), nouns and adjectives, by stance.
///
/// Gathered for this project from grammars of reporting verbs and from news usage.
enum EnglishCues {
  static let verbs: StaticString = """
    neutral qcb: say/said tell/told
    neutral qcba: tell/told
    neutral qcb: add note write/wrote/written report explain tweet joke recall reply
    neutral qc: state comment remark observe announce declare respond answer testify reiterate repeat conclude
    neutral qc: summarize summarise exclaim quip email explain recount disclose
    neutral q: continue begin/began/begun read/read interject chime mutter whisper murmur shout yell scream cry
    neutral q: chant sigh laugh smile retort blog post text retweet sing/sang/sung finish start caption intone
    neutral cb: reveal indicate confirm show/showed/shown find/found learn determine
    neutral c: point mention relate relay convey demonstrate prove signal specify
    neutral ca: inform notify remind brief reassure
    neutral qca: remind inform
    neutral o: describe mention announce recount detail outline discuss cite quote express voice call label dub+
    neutral o: reference reiterate disclose present name characterize characterise portray depict compare liken
    neutral o: define recall declare confirm reveal unveil address
    neutral w: explain describe discuss reveal show learn detail say/said tell/told recall
    believing r: think/thought believe know/knew/known consider view see/saw/seen regard expect understand/understood
    neutral r: describe call label dub+ say/said portray deem name rate
    claiming r: allege project estimate
    blaming r: accuse
    neutral t: refer+ point allude react testify
    neutral p: speak/spoke/spoken talk testify lecture muse speculate learn hear/heard/heard
    neutral n: focus elaborate comment reflect remark
    asking f: call push lobby appeal plead ask argue press advocate
    asking n: call
    warning p: warn caution
    blaming p: complain rail protest fume
    claiming p: boast brag+ joke
    conceding t: agree admit+ confess
    denying t: disagree object
    stressing n: insist
    believing p: think/thought worry dream/dreamed know/knew/known
    believing f: hope
    believing o: admire trust love hate dislike distrust
    claiming o: promote advocate
    neutral o: offer identify document
    praising pf: vote
    denying o: ignore disavow repudiate renounce downplay
    blaming o: denigrate disparage insult hammer skewer
    stressing o: repeat
    neutral c: show/showed/shown muse testify
    neutral b: testify observe
    blaming c: grouse vent gripe
    blaming o: brand pan+ trash pillory savage
    praising o: herald credit revere
    claiming o: deem figure peg+
    claiming c: figure
    neutral o: retweet tweet email chant
    claiming cbi: claim allege
    claiming qcb: argue assert contend maintain insist suggest claim
    claiming c: imply posit hint theorize profess reckon
    claiming qc: boast brag+ speculate opine affirm proclaim allege
    claiming o: allege claim propose suggest
    claiming c: propose
    claiming cb: estimate predict project reckon bet+
    claiming qcb: predict
    claiming i: purport propose
    stressing qc: emphasize emphasise stress underscore underline
    stressing o: emphasize emphasise stress highlight underscore underline reaffirm tout
    stressing c: highlight reaffirm underscore underline
    conceding qcb: admit+ acknowledge concede
    conceding qc: confess agree
    conceding o: admit+ acknowledge concede accept
    conceding cbi: agree
    conceding c: accept grant recognize recognise
    doubting cb: doubt
    doubting co: dispute
    doubting o: doubt question challenge
    doubting qw: wonder
    doubting w: question doubt
    doubting q: wonder
    denying cbo: deny
    denying o: reject refute dismiss rebut+ downplay reject oppose
    denying i: decline refuse
    denying q: counter demur+ object
    denying c: counter object
    asking qwoa: ask
    asking ia: ask urge encourage order instruct advise implore beg+ invite exhort call
    asking qw: inquire
    asking qco: demand request recommend
    asking i: demand
    asking qca: urge advise implore beg+
    asking q: plead query
    asking o: urge seek/sought
    asking c: order advise
    promising qci: vow pledge promise swear/swore/sworn
    promising o: promise vow
    promising cba: assure promise
    promising c: guarantee
    promising i: threaten plan+ intend offer
    warning qcba: warn caution
    warning qc: warn caution
    warning o: warn
    believing cb: think/thought believe feel/felt know/knew/known suspect assume hope expect fear understand/understood
    believing cb: realize realise imagine guess remember worry wish decide conclude
    believing q: think/thought remember muse reflect worry
    believing i: hope expect want intend wish aim seek/sought prefer+ decide plan+
    believing ia: want expect
    believing o: want favor favour prefer+ consider view regard expect fear support back endorse
    believing o: see/saw/seen know/knew/known
    neutral o: show/showed/shown list echo cite
    believing w: know/knew/known understand/understood decide remember see/saw/seen consider
    believing c: see/saw/seen hold/held forecast/forecast anticipate foresee/foresaw/foreseen
    praising o: praise hail laud applaud commend welcome thank congratulate defend celebrate embrace champion
    praising q: gush
    blaming o: criticize criticise condemn denounce decry blast slam+ attack assail blame accuse mock ridicule deride
    blaming o: chide scold castigate lambaste rip+ bash lament bemoan deplore fault protest
    blaming qc: complain lament protest grumble
    blaming q: fume scold chide scoff snap+ sneer rail
    neutral b: announce declare explain conclude disclose write/wrote/written
    claiming c: charge reason crow marvel intimate calculate counter
    claiming o: envision trumpet tease
    neutral c: rule clarify
    neutral o: clarify
    believing ow: ponder mull
    believing i: like
    denying t: respond
    praising r: favor favour nominate
    believing o: appreciate respect despise resent detest dread regret
    asking ia: command counsel prod+ entreat coax
    asking f: clamor clamour
    praising f: vouch
    """

  static let others: StaticString = """
    claiming noun-cue: claim claims assertion assertions argument arguments suggestion contention insistence
    claiming noun-cue topic: allegation allegations accusation accusations speculation rumors
    neutral noun-cue: statement statements announcement comment comments remark remarks conclusion notion
    neutral noun-cue: message word testimony report reports point acknowledgment acknowledgement
    neutral noun-cue topic: view views opinion description discussion mention
    believing noun-cue: belief hope hopes fear fears feeling sense expectation expectations idea
    believing noun-cue topic: concern concerns anger understanding
    believing noun-cue act: desire intention decision plan plans willingness
    promising noun-cue act: promise promises pledge pledges vow threat threats
    promising noun-cue: assurance assurances
    warning noun-cue: warning warnings
    denying noun-cue: denial denials
    denying noun-cue act: refusal
    denying noun-cue topic: opposition rejection
    praising noun-cue topic: support praise endorsement supporter supporters advocate advocates proponent admiration
    praising noun-cue topic: proponents enthusiasm defense
    asking noun-cue act: demand demands request requests calls
    asking noun-cue topic: questions calls call
    asking noun-cue act: order orders
    claiming noun-cue act: claim
    blaming noun-cue topic: assault assaults critique condemnation
    doubting noun-cue topic: doubts questions
    neutral noun-cue topic: reaction talk
    blaming noun-cue topic: complaint complaints criticism criticisms critic critics opponent opponents attack attacks
    believing adjective-cue: confident convinced sure certain afraid concerned worried hopeful optimistic adamant
    believing adjective-cue: skeptical sceptical aware glad proud pleased clear unsure surprised disappointed
    believing adjective-cue act: eager willing reluctant determined unwilling ready hesitant keen
    believing adjective-cue: supportive critical dismissive wary fond tired mindful
    only-verb: say says tell tells think thinks believe believes argue argues know knows want wants insist insists
    only-verb: suggest suggests agree agrees deny denies ask asks write writes explain explains describe describes
    only-verb: expect expects consider considers acknowledge acknowledges concede concedes allege alleges assert
    only-verb: asserts predict predicts warn warns accuse accuses criticize criticizes oppose opposes add adds
    only-verb: announce announces declare declares indicate indicates reveal reveals confirm confirms contend contends
    only-verb: maintain maintains conclude concludes observe observes assume assumes recall recalls respond responds
    only-verb: complain complains vow vows pledge seek seeks propose proposes refuse refuses decline reject
    only-verb: discuss discusses express expresses mention praise praises blame blames endorse endorses recommend
    neutral bare: stated noted
    believing seeming: seem seems seemed appear appears appeared
    believing adjective-cue: unaware unconvinced doubtful thrilled upset angry excited furious grateful thankful
    believing adjective-cue: happy sorry relieved shocked alarmed frustrated insistent pessimistic curious
    believing adjective-cue: obvious
    """
}
