import Document

/// Reads the elements of a JSON list, each an article or a failure of its own, whatever becomes of the others.
struct JSONList {
  let reader: RecordReader
  /// Whether it is a member of an object.
  var isWrapped = false

  /// Reads whole elements.
  /// - Parameters:
  ///   - bytes: begin behind the bracket with which the list opens, or behind a comma.
  ///   - firstNumber: the 1-based number of the first element.
  ///   - isLast: whether the list must end in them.
  func read(
    _ bytes: ArraySlice<UInt8>, firstNumber: Int, isLast: Bool,
    each: (Result<Article, ReadFailure>) -> Void
  ) {
    var elements = JSONElements(bytes, isLast: isLast, isWrapped: isWrapped)
    var number = firstNumber
    while let element = elements.next() {
      each(reader.read(element, number: number))
      number += 1
    }
    guard let message = elements.fault else { return }
    each(.failure(ReadFailure(source: reader.source, code: "json", message: message)))
  }
}
