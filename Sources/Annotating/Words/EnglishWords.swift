/// English words of grammar, and nouns for those who speak.
enum EnglishWords {
  static let grammar: StaticString = """
    auxiliary be: am is are was were be been being 's 're 'm isn't aren't wasn't weren't
    auxiliary have: has have had having 've 'd hasn't haven't hadn't
    auxiliary: do does did don't doesn't didn't n't not will won't 'll
    auxiliary modal: would shall should can could may might must wouldn't can't cannot couldn't shouldn't mightn't
    auxiliary modal: mustn't ought
    adverb: also then later now never always often once again still even just only already recently repeatedly
    adverb: reportedly earlier ago soon further instead twice first simply merely really actually certainly clearly
    adverb: publicly privately previously subsequently immediately eventually finally initially originally briefly
    adverb: frequently occasionally sometimes consistently correctly rightly wrongly falsely famously openly
    adverb: explicitly specifically strongly firmly loudly quietly quickly bluntly flatly angrily emphatically
    adverb: strenuously vehemently vigorously sharply harshly routinely regularly basically essentially probably
    adverb: apparently allegedly supposedly presumably perhaps maybe simultaneously separately jointly formally
    adverb: officially personally long so far too rather quite very pretty ever almost nearly however though
    adverb: nevertheless nonetheless meanwhile thus therefore moreover additionally tersely wryly dryly
    finite: became began broke brought built bought came caught chose drew drove earned ended entered failed fell fought
    finite: gave got grew happened helped hired held joined kept launched left lost made met moved paid passed ran
    finite: received remained sent served signed sold spent started stood stopped took turned went won worked wrote
    finite: arrived died lived voted walked goes makes takes gets gives comes becomes
    determiner: the a an this these those some any each every all both no another several many most few other
    determiner: such one two three four five six seven eight nine ten dozens hundreds more
    possessive determiner: his her its their my our your whose
    possessive: 's '
    preposition: of in on at by for with from about against between into through during before after above below
    preposition: up down out off over under around near among across behind beyond within without toward towards
    preposition: upon onto via per despite amid like unlike along alongside besides except including regarding
    preposition: concerning following throughout beneath since until
    coordinator: and but or nor yet plus
    subordinator: because while when whereas although though if unless until since after before once whenever
    subordinator: wherever as so where than
    that: that
    question-word: what whatever how why whether if who whom which where when
    relative: who which whom whose that
    to: to
    agentive: by
    he: he
    she: she
    they: they
    it: it this
    first: i we
    auxiliary be he: he's
    auxiliary be she: she's
    auxiliary be they: they're
    auxiliary be it: it's there's
    auxiliary be first: i'm we're
    auxiliary be second: you're
    auxiliary he: he'd he'll
    auxiliary she: she'd she'll
    auxiliary they: they'd they'll they've
    auxiliary it: it'd it'll
    auxiliary first: i'd i'll i've we'd we'll we've
    auxiliary second: you'd you'll you've
    second: you
    someone: someone somebody everyone everybody nobody anyone anybody none another both each one others many some most several few all
    reflexive: himself herself itself themselves myself ourselves
    title male: mr mr. sir lord king prince sen. sheikh
    title female: mrs mrs. ms ms. miss dame lady queen princess
    title: dr dr. prof prof. professor president senator sen gov gov. governor rep rep. representative
    title: congressman congresswoman minister chancellor judge justice general gen gen. colonel col col. captain
    title: capt capt. lt lt. lieutenant major maj maj. sgt sgt. sergeant officer detective chief mayor secretary
    title: ambassador commissioner chairman chairwoman chair director coach rev rev. reverend father pope bishop
    title: archbishop cardinal imam rabbi attorney premier speaker vice deputy spokesman spokeswoman spokesperson
    time: monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning
    time: afternoon evening night week month year january february march april may june july august september
    time: october november december weekend last next midday noon midnight hours days weeks months years minutes
    person: man woman boy girl person people men women official officials spokesman spokeswoman spokesperson
    person: spokesmen spokespeople analyst analysts expert experts critic critics supporter supporters opponent
    person: opponents leader leaders lawmaker lawmakers politician politicians resident residents witness witnesses
    person: scientist scientists researcher researchers author authors lawyer lawyers attorney prosecutor prosecutors
    person: doctor doctors teacher teachers student students officer officers investigator investigators voter voters
    person: economist economists investor investors executive executives manager managers director directors adviser
    person: advisers advisor advisors aide aides strategist strategists consultant consultants candidate candidates
    person: activist activists organizer organizers advocate advocates president minister ministers mayor governor
    person: senator senators congressman congresswoman representative representatives judge judges justice justices
    person: professor professors historian historians journalist journalists reporter reporters editor editors
    person: writer writers blogger commentator commentators columnist pundit pundits coach coaches player players
    person: captain owner owners founder founders chairman chairwoman ceo boss bosses worker workers employee
    person: employees farmer farmers fisherman driver drivers passenger passengers neighbor neighbors neighbour
    person: neighbours parent parents mother father son daughter brother sister husband wife widow friend friends
    person: relative relatives family families victim victims survivor survivors suspect defendant plaintiff
    person: plaintiffs source sources insider insiders diplomat diplomats ambassador general commander soldier
    person: soldiers secretary chief chiefs head heads chair chancellor premier king queen prince pope bishop priest
    person: pastor republican republicans democrat democrats conservatives liberals member members delegate delegates
    person: guest guests host hosts moderator fan fans trader traders engineer engineers designer artist artists
    person: musician singer actor actress filmmaker nurse patient patients colleague colleagues rival rivals
    person: observer observers campaigner campaigners veteran veterans american americans speaker
    person: pollster pollsters operative operatives surrogate nominee attendee attendees consumer consumers
    person: respondents participants participant viewers readers scholars physicians backers allies ally counterparts
    person: immigrants immigrant refugees migrants donors donor athletes athlete bankers billionaire
    person: billionaires entrepreneurs protesters protester demonstrators rebels troops agents agent attorneys
    person: commanders negotiators envoy envoys scholar academics academic psychologist psychologists sociologist
    person: biologist physicist physicists chemist geologist astronomers climatologist meteorologist forecasters
    person: forecaster planners planner builders landlords landlord tenants tenant homeowners buyers buyer sellers
    person: shareholders shareholder lenders borrowers retailers retailer manufacturers manufacturer producers producer
    person: exporters growers grower fishermen firefighter firefighters paramedics detectives inspectors
    person: inspector jurors juror defendants suspects counsel clerk clerks deputies deputy
    person: millennials teenagers teenager children kids adults seniors retirees retiree taxpayers citizens citizen
    person: catholics christians muslims jews evangelicals progressives moderates independents
    group: crowd crowds audience audiences gathering electorate
    group: percent majority minority half plurality third quarter quarters thirds
    person: customer customers shopper shoppers tourist visitor visitors user users
    group: company companies firm firms government administration ministry department agency agencies police court
    group: courts committee commission council board party parliament congress senate house bank banks group groups
    group: organization organizations organisation organisations association union unions campaign team club
    group: university school institute center centre foundation network newspaper magazine paper journal outlet
    group: media press website site office bureau authority authorities army military fire hospital church airline
    group: airport embassy union regulator regulators watchdog panel coalition alliance league federation airlines
    group: industry market markets public state city county country nation
    document: statement report reports study studies survey surveys poll polls article letter email e-mail tweet
    document: post memo memorandum filing filings document documents complaint lawsuit suit indictment editorial
    document: op-ed column book speech release transcript ruling opinion affidavit review interview records data
    document: figures results headline ad ads video
    document: interview interviews
    occasion: rally rallies debate debates conference meeting hearing testimony trial call
    occasion: speech appearance broadcast briefing event twitter facebook television tv radio
    number: one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    """
}
