/// A key of the table that a plugin returns, or of a table in it. The validator, the reference and the type stubs are
/// made from these.
struct PluginKey {
  var name: String
  /// In LuaCATS notation.
  var type: String
  var isRequired = false
  var doc: String

  init(_ name: String, _ type: String, isRequired: Bool = false, _ doc: String) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.doc = doc
  }

  /// What a plugin says about itself, data first.
  static let declarations = [
    PluginKey("api", "1", isRequired: true, "The version of the API that it is written for."),
    PluginKey(
      "name", "string", isRequired: true,
      "As its file or folder: lower-case letters, digits, `_` and `-`, a letter first."),
    PluginKey("version", "string", "Its own version."),
    PluginKey("summary", "string", "What it does, in one line."),
    PluginKey("author", "string", "Who wrote it."),
    PluginKey("license", "string", "Under which licence it may be used: an SPDX identifier."),
    PluginKey("categories", "string[]", "Words to choose it by, such as `style`."),
    PluginKey(
      "languages", "string[]",
      "Primary language tags, such as `en`. Articles in others are skipped, and counted as skipped; "
        + "an article whose language could not be told is not. Left out: any language."),
    PluginKey(
      "requires", "string[]",
      "Layers and plugins that it reads. The host computes and orders them; an article on which a "
        + "required plugin failed or was skipped is skipped too. Of a layer and a plugin of one name the "
        + "layer is meant; `entities.place`, a layer of a plugin, stands for the plugin. A plugin with a question "
        + "mark, `sentiment?`, runs first and can be read where it is in the run; where it is not, or has no "
        + "result for the article, `ctx:results` gives nil and its layers are empty."),
    PluginKey(
      "layers", "table<string, string>", "The layers that it may write, with what each marks."),
    PluginKey(
      "fields", "table<string, copydesk.Field>",
      "What `analyze` returns for an article, and how a run merges it."),
    PluginKey(
      "judgements", "string[]",
      "Those of its fields and layers that people could find to be otherwise, such as a topic or a tone, and not "
        + "counts: reports say of them whether a sample was validated by hand, with `copydesk sample` and `copydesk agree`."
    ),
    PluginKey(
      "options", "table<string, copydesk.Option>", "What users may set; `ctx.options` has it."),
    PluginKey(
      "resources", "table<string, string>",
      "Files of its own folder that it reads, by the names it uses; relative paths."),
  ]

  /// What a plugin does.
  static let functions = [
    PluginKey(
      "setup", "fun(ctx: copydesk.Context): any",
      "Runs once before the first article; what it returns is `state`. Make lexicons and expressions "
        + "here."),
    PluginKey(
      "match", "fun(article: copydesk.Article, ctx: copydesk.Context): boolean",
      "Whether to analyse an article; where it says no, the article counts as skipped."),
    PluginKey(
      "analyze",
      "fun(article: copydesk.Article, ctx: copydesk.Context, state: any): table<string, any>?",
      "Looks at one article and returns its fields. Fields may be missing; others than the declared "
        + "are errors."),
    PluginKey(
      "aggregate", "copydesk.Aggregate",
      "Where the merges of fields are not enough: folds something over the run."),
    PluginKey(
      "report",
      "fun(report: copydesk.Report, summary: table<string, any>, ctx: copydesk.Context)",
      "Writes a section of the run's report. `summary` has the merged fields by name, `counts`, and "
        + "what `aggregate` made. A field that no article had is missing, but for those that merge by `top`, "
        + "`histogram` or `list`, which are lists then with nothing in them. Names that `top` counts and "
        + "bins come with ids of their `articles`, so that the marks of charts lead there."),
  ]

  static let field = [
    PluginKey(
      "type", "\"integer\" | \"number\" | \"string\" | \"boolean\" | \"list\" | \"map\"",
      isRequired: true,
      "What its values are. A number without a fraction may stand for an integer."),
    PluginKey(
      "merge",
      "\"sum\" | \"mean\" | \"min\" | \"max\" | \"any\" | \"all\" | \"top\" | \"histogram\" | \"list\" "
        + "| \"none\"",
      "How values of many articles become one. `sum`, `mean`, `min`, `max` and `histogram` take "
        + "numbers, `any` and `all` truth values; `top` counts how often each string, element or key "
        + "occurs; `list` keeps the first values; `none`, the default, keeps nothing."),
    PluginKey("doc", "string", "What it says."),
    PluginKey(
      "from", "string | string[] | table<string, table<string, any>>",
      "The layers whose marks it is made of, which `--explain` shows: `\"word\"`, `{ \"word\", \"sentence\" }`, or with what "
        + "their marks must say of themselves, `{ word = { quoted = true, place = \"text\" } }`, where `place` is "
        + "`\"text\"` or `\"title\"`, `false` means false or not said, `true` anything else, and a list one of its values. Marks of a "
        + "plugin that is required are `\"sentiment.word\"`; `{}` says that there are none. Left out: the layer of the field's name, or all."
    ),
  ]

  static let option = [
    PluginKey(
      "type", "\"integer\" | \"number\" | \"string\" | \"boolean\" | \"list\" | \"map\"",
      isRequired: true, "What its values are."),
    PluginKey(
      "default", "any",
      "Its value where the user gives none. Every option has one but those that are `required`."),
    PluginKey(
      "required", "boolean",
      "Whether the plugin can do nothing until the user sets it: then it is an error to run the plugin without, and "
        + "`all` and categories leave the plugin out."),
    PluginKey("min", "number", "The least integer or number allowed."),
    PluginKey("max", "number", "The greatest integer or number allowed."),
    PluginKey("choices", "any[]", "The only values allowed."),
    PluginKey("doc", "string", "What it does."),
  ]

  static let aggregate = [
    PluginKey(
      "new", "fun(ctx: copydesk.Context): any", isRequired: true,
      "An accumulator that holds nothing yet."),
    PluginKey(
      "add",
      "fun(acc: any, article: copydesk.Article, fields: table<string, any>, ctx: copydesk.Context): "
        + "any", isRequired: true,
      "Adds an article to a new accumulator; returns it, or changes it and returns nothing."),
    PluginKey(
      "merge", "fun(a: any, b: any, ctx: copydesk.Context): any", isRequired: true,
      "Joins two accumulators, which are plain values. It must be associative, and commutative but "
        + "for the order of articles."),
    PluginKey(
      "finish", "fun(acc: any, ctx: copydesk.Context): table<string, any>",
      "What the summary gets of it: a table whose names join the merged fields. Left out: the "
        + "accumulator itself."),
  ]
}
