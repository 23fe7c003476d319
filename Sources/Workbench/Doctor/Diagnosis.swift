/// What `copydesk doctor` found out.
package struct Diagnosis: Sendable {
  /// A layer of the lock-down of workers.
  package enum Layer: CaseIterable, Sendable {
    case descriptors, resources, memory, privileges, network, programs, processes, writing, reading
  }

  /// Whether a layer holds, as far as an attempt to get through it tells.
  package struct Finding: Sendable {
    package var layer: Layer
    package var holds: Bool
    /// Whether the attempt cost the worker its life, which only the filter of system calls does.
    package var isFatal: Bool
  }

  package var findings: [Finding]
  package var equipment: Equipment
  /// The version of Landlock that the kernel has; 0: none.
  package var landlock: Int
  /// `major.minor.patch`.
  package var seccomp: String
  /// As `uname` tells it.
  package var system: String
}
