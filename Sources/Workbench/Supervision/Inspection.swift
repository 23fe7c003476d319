import CProcess
import Document
import Glibc

/// Has a worker inspect plugins, one after the other; one that kills it spoils nothing for the next.
final class Inspection {
  private let executable: Path
  private let others: [CataloguedPlugin]
  private var worker: WorkerProcess?
  /// Setting up may take the limit for each plugin that is required; past this there is no hope.
  private static let patience: Int64 = 60_000_000_000

  /// - Parameter others: plugins that those inspected may require.
  init(_ executable: Path, others: [CataloguedPlugin]) {
    self.executable = executable
    self.others = others
  }

  func inspect(_ plugin: CataloguedPlugin) throws(WorkbenchError) -> InspectedPlugin {
    let worker = try hire()
    worker.send(.inspect([plugin], others: others))
    do throws(ProtocolFault) {
      while true {
        while let (reply, _) = try worker.nextReply() {
          if case .inspected(let plugins) = reply, let inspected = plugins.first {
            return inspected
          }
        }
        guard wait(for: worker) else { return blame(plugin, for: worker) }
      }
    } catch {
      throw .worker("breaks the protocol: \(error.message)")
    }
  }

  private func hire() throws(WorkbenchError) -> WorkerProcess {
    if let worker { return worker }
    do {
      let hired = try WorkerProcess(executable, spool: nil)
      worker = hired
      return hired
    } catch {
      throw .worker("cannot be started: \(error.message)")
    }
  }

  /// False when the worker has gone, or must go.
  private func wait(for worker: WorkerProcess) -> Bool {
    worker.writeMore()
    var polled = worker.polled(isReading: true)
    _ = poll(&polled, nfds_t(polled.count), 1000)
    if worker.readMore() {
      guard copydesk_monotonic() - worker.lastHeard > Self.patience else { return true }
      worker.endLate()
    }
    return false
  }

  private func blame(_ plugin: CataloguedPlugin, for worker: WorkerProcess) -> InspectedPlugin {
    let death = Death(status: worker.end(), wasLate: worker.wasLate, limits: RunLimits())
    self.worker = nil
    let error = PluginError(
      plugin: plugin.name, phase: "load", kind: death.kind, message: death.message,
      file: plugin.path.shown)
    return InspectedPlugin(description: nil, errors: [error])
  }
}
