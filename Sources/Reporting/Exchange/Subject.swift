import Document

/// What an article is about, as a plugin lists it: `{id = "medtop:04000000", label = "economy", score = 0.8}`.
struct Subject {
  var id: String
  var label: String
  /// 0…1, where the plugin gives it.
  var score: Double?
  var plugin: String
}

extension Findings {
  /// The elements of any plugin's lists that have an id and a label, in order.
  var subjects: [Subject] {
    var subjects: [Subject] = []
    for plugin in plugins where plugin.error == nil {
      for field in plugin.fields.entries {
        for element in field.value.list ?? [] {
          guard let id = element["id"]?.string, let label = element["label"]?.string else {
            continue
          }
          subjects.append(
            Subject(
              id: id, label: label, score: element["score"]?.number, plugin: plugin.plugin))
        }
      }
    }
    return subjects
  }
}
