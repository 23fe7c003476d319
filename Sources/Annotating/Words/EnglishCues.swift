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
    neutral c: mention relate relay convey demonstrate prove signal specify
    neutral ca: inform notify remind brief reassure
    neutral qca: remind inform
    neutral o: describe mention announce recount detail outline discuss cite quote express voice call label dub+
    neutral o: reference reiterate disclose present name characterize characterise portray depict compare liken
    neutral o: define recall declare confirm reveal unveil address
    neutral w: explain describe discuss reveal show learn detail say/said tell/told recall
    neutral p: refer+ point allude respond react speak/spoke/spoken talk testify
    asking p: call push lobby campaign appeal plead ask
    warning p: warn caution
    blaming p: complain rail protest fume
    claiming p: boast brag+ argue joke
    conceding p: agree admit+ confess
    denying p: disagree object
    believing p: think/thought worry dream/dreamed know/knew/known hope
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
    promising o: promise pledge vow
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
    believing w: know/knew/known understand/understood decide remember see/saw/seen consider
    believing c: see/saw/seen hold/held forecast/forecast anticipate foresee/foresaw/foreseen
    praising o: praise hail laud applaud commend welcome thank congratulate defend celebrate embrace champion
    praising q: gush
    blaming o: criticize criticise condemn denounce decry blast slam+ attack assail blame accuse mock ridicule deride
    blaming o: chide scold castigate lambaste rip+ bash lament bemoan deplore fault protest
    blaming qc: complain lament protest grumble
    blaming q: fume scold chide scoff snap+ sneer rail
    """

  static let others: StaticString = """
    claiming noun-cue: claim claims assertion assertions argument arguments allegation allegations suggestion
    claiming noun-cue: contention insistence prediction predictions accusation accusations charge rumors
    neutral noun-cue: statement statements announcement comment comments remark remarks conclusion notion
    neutral noun-cue: message view opinion word testimony report reports point acknowledgment acknowledgement
    believing noun-cue: belief hope hopes fear fears concern concerns feeling sense expectation expectations idea
    promising noun-cue: promise promises pledge pledges vow assurance assurances threat threats
    warning noun-cue: warning warnings
    denying noun-cue: denial denials
    asking noun-cue: demand demands request calls
    blaming noun-cue: complaint complaints
    believing adjective-cue: confident convinced sure certain afraid concerned worried hopeful optimistic adamant
    believing adjective-cue: skeptical sceptical aware glad proud pleased clear unsure surprised disappointed
    believing adjective-cue: unaware unconvinced doubtful thrilled
    """
}
