import Document
import Workbench

extension Session {
  /// `copydesk repl`: a line of Lua after the other, about an article and with a plugin.
  func converse() throws -> Int32 {
    let settings = try Settings(arguments)
    var request = try settings.request(needsPlugins: false)
    request.options = try settings.optionsOfPlugins()
    let desk = try ConsoleDesk(request)
    var conversation = try Conversation(desk, output, console, isQuiet: isQuiet)
    if let plugins = try arguments.string(.plugins) { try conversation.load(plugins) }
    if let article = arguments.operands.first { try conversation.open(article) }
    return try conversation.run()
  }
}
