import Glibc

/// libFuzzer's own main, which comes with the sanitizer.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<Words>,
  _ tryInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

public typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// Who gets the inputs that libFuzzer makes up: `$FUZZ` names the target.
private let target = FuzzTarget(rawValue: getenv("FUZZ").map { String(cString: $0) } ?? "")

/// Where the program begins: what the package manager expects of a program of this name.
@_cdecl("Fuzzing_main")
public func main(_ count: CInt, _ words: Words) -> CInt {
  guard target != nil else {
    print("fuzz: FUZZ must be one of:", FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
    return 2
  }
  var (count, words) = (count, words)
  return runDriver(&count, &words) { data, count in
    target?.take(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  }
}
