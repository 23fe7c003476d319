/// A growing column of trivial values that one scanner fills.
///
/// An array asks at every append whether it is shared; over millions of tokens that shows.
struct Column<Element: BitwiseCopyable>: ~Copyable {
  private var storage: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  /// The last value; there must be one.
  @inline(__always)
  var last: Element {
    get { storage[count - 1] }
    set { storage[count - 1] = newValue }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    storage[count] = element
    count += 1
  }

  @inline(__always)
  mutating func removeLast() { count -= 1 }

  @inline(__always)
  subscript(index: Int) -> Element { storage[index] }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }

  /// The values as an array of just their number.
  var array: [Element] { Array(UnsafeBufferPointer(start: storage, count: count)) }
}
