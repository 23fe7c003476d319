import Glibc
package import Reporting

/// What a configuration says of the look of reports.
struct ReportSettings: Sendable {
  var house = House()
  /// As it is to be opened.
  var logo: [UInt8]?
  /// As on the command line.
  var template: [UInt8]?
}

extension Configuration {
  /// Whose reports they are. The picture is read only here, so that no other command asks for it.
  package func house() throws(WorkbenchError) -> House {
    var house = report.house
    guard let path = report.logo else { return house }
    let bytes: [UInt8]
    do {
      let file = try Descriptor(opening: Path(path), O_RDONLY | O_NONBLOCK)
      let size = try FileStatus(of: file.number).bytes
      // One byte more than is allowed tells enough of a file that is too large.
      bytes = try file.read(min(size, Logo.limit + 1), at: 0)
    } catch {
      throw .configuration(
        fault(
          "report.logo", "\(Path(path).shown): \(error.message)", remedy: "name a PNG, JPEG or SVG")
      )
    }
    do { house.logo = try Logo(bytes) } catch {
      throw .configuration(
        fault("report.logo", "\(Path(path).shown): \(error.message)", remedy: error.remedy))
    }
    return house
  }

  package var template: [UInt8]? { report.template }
}
