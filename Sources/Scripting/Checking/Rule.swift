internal import Document

/// What an inspection can find, each kind by its code. The reference of codes is made from this.
enum Rule: String, CaseIterable {
  // What keeps a plugin from loading.
  case syntax, load, declaration, setup
  // Names.
  case unknownGlobal = "unknown-global"
  case assignedGlobal = "assigned-global"
  case unknownMember = "unknown-member"
  case unknownField = "unknown-field"
  case unknownOption = "unknown-option"
  case unknownKey = "unknown-key"
  case readOnly = "read-only"
  case unusedLocal = "unused-local"
  case hiddenLocal = "hidden-local"
  // What the plugin declares.
  case undeclaredLayer = "undeclared-layer"
  case undeclaredField = "undeclared-field"
  case unknownLayer = "unknown-layer"
  case unknownResource = "unknown-resource"
  case missingRequirement = "missing-requirement"
  case resultType = "result-type"
  case fieldType = "field-type"
  case fraction = "fraction"
  case missingReturn = "missing-return"
  case unreturnedField = "unreturned-field"
  case unusedOption = "unused-option"
  case unusedLayer = "unused-layer"
  case unusedResource = "unused-resource"
  case unusedRequirement = "unused-requirement"
  // Modules.
  case missingModule = "missing-module"
  case moduleCycle = "module-cycle"
  case lateModule = "late-module"
  // Calls and operators.
  case missingArgument = "missing-argument"
  case extraArgument = "extra-argument"
  case argumentType = "argument-type"
  case dotCall = "dot-call"
  case colonCall = "colon-call"
  case notCallable = "not-callable"
  case notIterable = "not-iterable"
  case operandType = "operand-type"
  case neverEqual = "never-equal"
  case maybeNil = "maybe-nil"
  case pattern
  // Pitfalls.
  case unreachable
  case ignoredResult = "ignored-result"
  case zeroIndex = "zero-index"
  case bytes
  case asciiCase = "ascii-case"
  case unordered
  case keptArticle = "kept-article"
  case regexEscape = "regex-escape"
  case wordList = "word-list"
  // Comments that allow something.
  case unknownCode = "unknown-code"
  case unusedAllow = "unused-allow"

  var severity: Diagnostic.Severity {
    switch self {
    case .unknownField, .unusedLocal, .hiddenLocal, .fraction, .unreturnedField, .unusedOption,
      .unusedLayer, .unusedResource, .unusedRequirement, .lateModule, .extraArgument, .neverEqual,
      .maybeNil, .unreachable, .ignoredResult, .zeroIndex, .bytes, .asciiCase, .unordered,
      .keptArticle, .regexEscape, .wordList, .unknownCode, .unusedAllow:
      .warning
    default: .error
    }
  }

  /// Whether a comment can allow it.
  var canBeAllowed: Bool {
    switch self {
    case .syntax, .load, .declaration, .setup, .unknownCode, .unusedAllow: false
    default: true
    }
  }

  var description: DiagnosticRule {
    let (summary, help, example) = words
    return DiagnosticRule(
      code: rawValue, severity: severity, summary: summary, help: help, example: example)
  }
}

extension Rule {
  private typealias Words = (summary: String, help: String, example: String)

  private var words: Words {
    switch self {
    case .syntax, .load, .declaration, .setup: wordsOfLoading
    case .unknownGlobal, .assignedGlobal, .unknownMember, .unknownField, .unknownOption,
      .unknownKey, .readOnly, .unusedLocal, .hiddenLocal:
      wordsOfNames
    case .undeclaredLayer, .undeclaredField, .unknownLayer, .unknownResource,
      .missingRequirement, .resultType, .fieldType, .fraction, .missingReturn, .unreturnedField,
      .unusedOption, .unusedLayer, .unusedResource, .unusedRequirement:
      wordsOfDeclarations
    case .missingModule, .moduleCycle, .lateModule: wordsOfModules
    case .missingArgument, .extraArgument, .argumentType, .dotCall, .colonCall, .notCallable,
      .notIterable, .operandType, .neverEqual, .maybeNil, .pattern:
      wordsOfCalls
    case .unreachable, .ignoredResult, .zeroIndex, .bytes, .asciiCase, .unordered, .keptArticle,
      .regexEscape, .wordList, .unknownCode, .unusedAllow:
      wordsOfPitfalls
    }
  }

  private var wordsOfLoading: Words {
    switch self {
    case .syntax:
      ("the file is no Lua", "Lua would not run it. Several faults are told at once.", "x = = 1")
    case .load:
      (
        "running the file fails",
        "The file itself, not one of its functions, ran into an error in the sandbox.",
        "local n = 1 + nil"
      )
    case .declaration:
      (
        "the returned table is not a plugin's",
        "A key is unknown, missing or of the wrong type, or a file or plugin that it names is not there.",
        "return { api = 1, name = \"a\", sumary = \"…\" }"
      )
    default:
      (
        "`setup` fails", "`setup` was run with the options' defaults and ran into an error.",
        "setup = function(ctx) return ctx:lexicon(\"none\") end"
      )
    }
  }

  private var wordsOfNames: Words {
    switch self {
    case .unknownGlobal:
      (
        "a global that is not there",
        "Nothing of this name is local here, and neither Lua's library nor the host has it. Running into it is an error.",
        "return mth.floor(2.5)"
      )
    case .assignedGlobal:
      (
        "a global is set",
        "Scripts cannot make or change globals. Put `local` before the first use.",
        "count = 0"
      )
    case .unknownMember:
      (
        "an object or library does not have this",
        "Asking an object of the host for a name that it does not have is an error, not nil.",
        "local t = article.titel"
      )
    case .unknownField:
      (
        "nothing sets this field of a table",
        "The table has a field of nearly this name, and nothing sets one of this name, so it is always nil.",
        "local t = { words = 1 } return t.word"
      )
    case .unknownOption:
      (
        "an option that is not declared",
        "`ctx.options` has what the plugin declares in `options`, and refuses other names.",
        "local n = ctx.options.min_word"
      )
    case .unknownKey:
      (
        "a key that the function does not know",
        "The function takes a table of options, and none has this name.",
        "article:layer(\"tokens\", { wihtin = span })"
      )
    case .readOnly:
      (
        "something of the host's is set",
        "Articles, spans, `ctx` and the libraries cannot be changed.",
        "article.title = \"x\""
      )
    case .unusedLocal:
      (
        "a local that nothing reads",
        "It may be a leftover, or another name was meant where it should be read. A name that begins with `_` is not told.",
        "local total = 0"
      )
    default:
      (
        "a local hides another and is never read",
        "`local` makes a new variable, which ends with its block; the one outside keeps its value.",
        "local found = false\nfor _, s in ipairs(list) do local found = true end"
      )
    }
  }

  private var wordsOfDeclarations: Words {
    switch self {
    case .undeclaredLayer:
      (
        "a layer that is not declared", "A plugin marks spans in layers that it names in `layers`.",
        "ctx:annotate(\"hegde\", hit)"
      )
    case .undeclaredField:
      (
        "`analyze` returns a field that is not declared",
        "The host takes the fields that the plugin names in `fields`; others are errors.",
        "return { wrods = 3 }"
      )
    case .unknownLayer:
      (
        "the host has no such layer",
        "The layers of the host have fixed names; another plugin's are named `plugin.layer`.",
        "article:layer(\"sentense\")"
      )
    case .unknownResource:
      (
        "a resource that is not declared",
        "Files are read by the names that `resources` gives them.",
        "ctx:lexicon(\"hegdes\")"
      )
    case .missingRequirement:
      (
        "a layer or plugin is read that is not required",
        "The host computes only what `requires` names, and reading another layer is an error.",
        "for _, s in ipairs(article.sentences) do end"
      )
    case .resultType:
      (
        "`analyze` returns something else than a table of fields",
        "What it found goes by the names of the fields; without anything found it may return nothing.",
        "return 3"
      )
    case .fieldType:
      (
        "a result does not fit its field",
        "The value that `analyze` returns is of another type than the field declares.",
        "fields = { rate = { type = \"number\" } } … return { rate = \"high\" }"
      )
    case .fraction:
      (
        "a division for an integer field", "`/` gives a fraction, and a fraction is no integer.",
        "fields = { half = { type = \"integer\" } } … return { half = n / 2 }"
      )
    case .missingReturn:
      (
        "`analyze` returns nothing", "Fields are declared, and no `return` gives them.",
        "analyze = function(article) local words = 1 end"
      )
    case .unreturnedField:
      (
        "a field that `analyze` never returns", "It is declared, and nothing gives it a value.",
        "fields = { words = …, rate = … } … return { words = 3 }"
      )
    case .unusedOption:
      (
        "an option that nothing reads", "Users can set it, and it changes nothing.",
        "options = { least = … }"
      )
    case .unusedLayer:
      (
        "a layer that nothing writes", "It is declared and stays empty.",
        "layers = { hedge = \"…\" }"
      )
    case .unusedResource:
      (
        "a resource that nothing uses", "The file is read and hashed for nothing.",
        "resources = { hedges = \"hedges.tsv\" }"
      )
    default:
      (
        "something is required and not read", "The host computes it for nothing.",
        "requires = { \"entities\" }"
      )
    }
  }

  private var wordsOfModules: Words {
    switch self {
    case .missingModule:
      (
        "a module that is not there",
        "`require \"words\"` reads `words.lua` in the plugin's own folder; a plugin of one file has no modules.",
        "local words = require \"wrods\""
      )
    case .moduleCycle:
      (
        "modules require each other in a circle", "None of them can be complete before the others.",
        "-- a.lua: require \"b\"; b.lua: require \"a\""
      )
    default:
      (
        "a module whose name is made while running",
        "Modules are part of what a plugin is, so that its results can be kept. Name it literally, or require it at the top.",
        "analyze = function(article) return require(article.language) end"
      )
    }
  }

  private var wordsOfCalls: Words {
    switch self {
    case .missingArgument:
      (
        "a call lacks an argument", "The function needs more than it is given.",
        "ctx:annotate(\"hedge\")"
      )
    case .extraArgument:
      (
        "a call has an argument too many", "What is too much is dropped silently.",
        "desk.lower(text, \"en\")"
      )
    case .argumentType:
      (
        "an argument of the wrong type", "The function would refuse it.",
        "ctx:annotate(\"hedge\", \"perhaps\")"
      )
    case .dotCall:
      (
        "a method is called with a dot", "The colon gives the method its object.",
        "ctx.annotate(\"hedge\", hit)"
      )
    case .colonCall:
      (
        "a function of a library is called with a colon",
        "The colon would give the library to the function as its first argument.",
        "desk:lower(title)"
      )
    case .notCallable:
      (
        "what is called is no function", "It has a value, and is not called for it.",
        "article.title()"
      )
    case .notIterable:
      (
        "`for … in` walks over something that is no iterator",
        "Lists are walked with `ipairs`, other tables with `pairs`.",
        "for sentence in article.sentences do end"
      )
    case .operandType:
      ("an operator cannot work on this", "Lua would stop here.", "\"by \" .. article.authors")
    case .neverEqual:
      (
        "the two can never be equal",
        "They are of different types, or the word is none that it can be.",
        "if token.kind == \"wrod\" then end"
      )
    case .pattern:
      (
        "a pattern or regular expression that is none", "Using it is an error.",
        "text:find(\"[a-z\")"
      )
    default:
      (
        "it may be nil",
        "Not every article has it, and nothing here asks whether it is there. Test it, or write `x or default`.",
        "local place = article.dateline.place"
      )
    }
  }

  private var wordsOfPitfalls: Words {
    switch self {
    case .unreachable:
      (
        "code that is never reached", "What stands before it always leaves.",
        "error(\"no\") print(\"here\")"
      )
    case .ignoredResult:
      (
        "a result is thrown away",
        "The function changes nothing; it returns something new.", "text:gsub(\"a\", \"b\")"
      )
    case .zeroIndex:
      (
        "a list is read at 0", "Lua counts from 1, and there is nothing at 0.",
        "local first = article.sentences[0]"
      )
    case .bytes:
      (
        "bytes are taken for characters",
        "`#` and `sub` count bytes: \"é\" has two. `utf8.len` counts characters and `utf8.offset` finds them; a span's own `first` and `last` never cut one.",
        "if #token.text > 6 then end"
      )
    case .asciiCase:
      (
        "`lower` and `upper` of Lua know ASCII alone",
        "\"É\" stays as it is. `desk.lower`, `desk.upper` and `desk.fold` know all letters.",
        "local word = token.text:lower()"
      )
    case .unordered:
      (
        "a list in no order",
        "`desk.each` walks in another order in every run, so the list differs from run to run. Sort it, or walk with `pairs`.",
        "for key in desk.each(t) do list[#list + 1] = key end return list"
      )
    case .keptArticle:
      (
        "something of an article is kept for the next",
        "An article and its spans are valid until `analyze` returns. Keep their texts or numbers.",
        "state.last = article.sentences[1]"
      )
    case .regexEscape:
      (
        "a regular expression's escape in a pattern",
        "Lua's patterns write classes with a percent sign: `%w`, `%d`, `%s`; `desk.regex` takes regular expressions.",
        "text:gmatch(\"\\\\w+\")"
      )
    case .wordList:
      (
        "a line of a word list is read in another way than it looks",
        "Columns are parted by tabs, and the first line may name them.", "-- hedges.tsv: might 0.5"
      )
    case .unknownCode:
      (
        "a comment allows what is no code", "It allows nothing.",
        "-- copydesk: allow unused-options"
      )
    default:
      ("a comment allows what is not found", "It can go.", "-- copydesk: allow unused-option")
    }
  }
}
