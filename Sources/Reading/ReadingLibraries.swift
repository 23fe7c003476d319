import CUnicode
import SystemCmark
import SystemZlib

/// The C libraries that reading goes through, as they are at run time.
package enum ReadingLibraries {
  package static var versions: [(name: String, version: String)] {
    [
      ("cmark-gfm", String(cString: cmark_version_string())),
      ("ICU", String(cString: copydesk_icu_version())),
      ("zlib", String(cString: zlibVersion())),
    ]
  }
}
