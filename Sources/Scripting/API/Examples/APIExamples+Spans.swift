extension APIExamples {
  static let spans = #"""
    --# Sequence
    local sentences = article.sentences
    #sentences  --> 5
    sentences[#sentences].text  --> Nobody was hurt.
    sentences[99]  --> nil

    --# span.first
    article.quotes[1].first  --> 78

    --# span.last
    local quote = article.quotes[1]
    article.text:sub(quote.first, quote.last) == quote.text  --> true

    --# span.text
    article.amounts[2].text  --> 2%

    --# span.place
    article.quotes[1].place  --> text

    --# span.paragraphs
    local whole = article:slice(1, #article.text)
    #whole.paragraphs  --> 3

    --# span.sentences
    #article.paragraphs[2].sentences  --> 2

    --# span.tokens
    #article.sentences[5].tokens  --> 4

    --# span.quoted
    #article.sentences[2].quoted  --> 1

    --# span.quotes
    article.paragraphs[2].quotes[1].cue.text  --> said

    --# span.entities
    article.sentences[2].entities[1].name  --> Ada Brandt

    --# span.amounts
    article.sentences[3].amounts[1].unit  --> %

    --# span.dates
    #article.sentences[1].dates  --> 1

    --# span.links
    #article.sentences[4].links  --> 1

    --# span.scopes
    article.paragraphs[1].scopes[1].kind  --> lead

    --# paragraph.index
    article.paragraphs[3].index  --> 3

    --# sentence.index
    article.sentences[3].index  --> 3

    --# token.index
    article.tokens[4].index  --> 4

    --# quotation.index
    article.quoted[1].index  --> 1

    --# quote.index
    article.quotes[2].index  --> 2

    --# entity.index
    article.entities[1].index  --> 1

    --# amount.index
    article.amounts[3].index  --> 3

    --# date.index
    article.dates[1].index  --> 1

    --# link.index
    article.links[1].index  --> 1

    --# scope.index
    article.scopes[2].index  --> 2

    --# annotation.index
    article:layer("hedges.hedge")[1].index  --> 1

    --# token.kind
    article.sentences[5].tokens[4].kind  --> punctuation

    --# token.fold
    article.tokens[1].fold  --> the

    --# token.stem
    article.sentences[4].tokens[1].stem  --> repair

    --# quote.speaker
    local speaker = article.quotes[1].speaker
    speaker and speaker.text  --> harbour master Ada Brandt

    --# quote.speaker_name
    article.quotes[2].speaker_name  --> Ada Brandt

    --# quote.role
    local role = article.quotes[1].role
    role and role.text  --> nil

    --# quote.cue
    article.quotes[1].cue.text  --> said

    --# quote.stance
    article.quotes[1].stance  --> neutral

    --# quote.kind
    article.quotes[1].kind  --> direct

    --# quote.confidence
    article.quotes[1].confidence > 0.5  --> true

    --# quote.why
    article.quotes[1].why  --> quoted words, then cue and speaker

    --# entity.label
    article.sentences[2].entities[1].label  --> PERSON

    --# entity.name
    article.sentences[2].entities[1].name  --> Ada Brandt

    --# entity.kind
    article.entities[1].kind  --> nil

    --# entity.country
    article.entities[1].country  --> DE

    --# entity.number
    article.entities[1].number  --> 1

    --# amount.kind
    article.amounts[2].kind  --> percent

    --# amount.value
    article.amounts[3].value  --> 3500000.0

    --# amount.unit
    article.amounts[3].unit  --> EUR

    --# date.iso
    article.dates[1].iso  --> 2025-03-04

    --# date.precision
    article.dates[1].precision  --> day

    --# date.relative
    article.dates[1].relative  --> false

    --# link.url
    article.links[1].url  --> https://council.example/

    --# scope.kind
    article.scopes[1].kind  --> headline

    --# annotation.attributes
    local hedge = article:layer("hedges.hedge")[1]
    hedge.text  --> may
    hedge.attributes  --> { weight = 0.5 }
    """#
}
