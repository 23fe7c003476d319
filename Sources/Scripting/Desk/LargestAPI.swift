internal import Lua

// `desk.largest`: what stands first by a number, without a sort in Lua.

extension Session {
  var largestMember: APIMember {
    APIMember(
      "largest", type: "fun(numbers: number[], options?: copydesk.LargestOptions): integer[]",
      doc:
        "The places of a list's numbers, those of the largest first; of equal ones that whose name comes first by its bytes, "
        + "where `names` tells names, and else the earlier one.",
      access: .method(largest))
  }

  private func largest(_ call: Call) throws(Fault) -> Int {
    try refuseOptions(of: call, 2, but: APIShape.largestOptions.fields.map(\.name))
    let list = try call.table(1)
    let count = min(list.count, max(0, try integerOption("count", of: call, 2) ?? .max))
    let limit = max(0, try integerOption("limit", of: call, 2) ?? .max)
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    try list.forEachElement(upTo: count) { (index, element) throws(Fault) in
      guard let number = element.number, !number.isNaN else {
        throw Fault("element \(index + 1) of the list is no number")
      }
      numbers.append(number)
    }
    let names = try names(call, count)
    func precedes(_ a: Int, _ b: Int) -> Bool {
      if numbers[a] != numbers[b] { return numbers[a] > numbers[b] }
      if !names.isEmpty {
        if names[a].lexicographicallyPrecedes(names[b]) { return true }
        if names[b].lexicographicallyPrecedes(names[a]) { return false }
      }
      return a < b
    }
    let places = numbers.indices.first(limit, by: precedes)
    call.pushTable(elements: places.count)
    for (index, place) in places.enumerated() {
      call.push(place + 1)
      call.setElement(index + 1)
    }
    return 1
  }

  /// The bytes of names, which live while the list holds them.
  private func names(_ call: Call, _ count: Int) throws(Fault) -> [UnsafeBufferPointer<UInt8>] {
    guard !call[2].isNil else { return [] }
    let names = call[2].member("names") { list -> [UnsafeBufferPointer<UInt8>]? in
      if list.isNil { return [] }
      guard list.type == .table else { return nil }
      var names: [UnsafeBufferPointer<UInt8>] = []
      names.reserveCapacity(count)
      for place in stride(from: 1, through: count, by: 1) {
        guard let name = list.element(place, { $0.unsafeBytes }) else { return nil }
        names.append(name)
      }
      return names
    }
    guard let names else { throw Fault("'names' is a list of strings, one for each number") }
    return names
  }
}

extension Range<Int> {
  /// The first few by an order of all: those of the last that are few are held in order, and most others are behind them.
  fileprivate func first(_ limit: Int, by precedes: (Int, Int) -> Bool) -> [Int] {
    guard limit < count / 2 else { return Array(sorted(by: precedes).prefix(limit)) }
    var kept: [Int] = []
    for number in self where limit > 0 {
      if kept.count == limit {
        guard precedes(number, kept[limit - 1]) else { continue }
        kept.removeLast()
      }
      var (low, high) = (0, kept.count)
      while low < high {
        let middle = (low + high) / 2
        if precedes(number, kept[middle]) { high = middle } else { low = middle + 1 }
      }
      kept.insert(number, at: low)
    }
    return kept
  }
}

extension PlainElement {
  fileprivate var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }
}

extension APIShape {
  static let largestOptions = APIShape(
    name: "LargestOptions", doc: "Which places `desk.largest` tells.",
    fields: [
      PluginKey("limit", "integer", "How many at most."),
      PluginKey("names", "string[]", "A name for each number, by which equal ones stand."),
      PluginKey("count", "integer", "How many elements of the lists count; all unless told."),
    ])
}
