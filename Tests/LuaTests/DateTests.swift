import Lua
import Testing

/// `os.time`, `os.date` and `os.difftime`, which know no clock and no time zone.
@Suite struct DateTests {
  @Test(arguments: [
    ("{year = 1970, month = 1, day = 1, hour = 0}", "0"),
    ("{year = 1970, month = 1, day = 1}", "43200"),
    ("{year = 2025, month = 4, day = 22, hour = 13, min = 5, sec = 9}", "1745327109"),
    ("{year = 2000, month = 2, day = 29, hour = 0}", "951782400"),
    ("{year = 1969, month = 12, day = 31, hour = 23, min = 59, sec = 59}", "-1"),
    ("{year = 2024, month = 14, day = 0, hour = 0}", "1738281600"),
    ("{year = 2024, month = 1, day = -30, hour = 0}", "1701388800"),
    ("{year = '2025', month = 4.0, day = 22, hour = 0}", "1745280000"),
  ])
  func `a date becomes a time`(date: String, expected: String) throws {
    #expect(try text("return os.time(\(date))") == expected)
  }

  @Test(arguments: [
    ("%Y-%m-%d %H:%M:%S", 0, "1970-01-01 00:00:00"), ("%c", 0, "Thu Jan  1 00:00:00 1970"),
    ("!%F %T", 1_745_327_109, "2025-04-22 13:05:09"),
    ("%A %d %B, %j %p %I", 1_745_327_109, "Tuesday 22 April, 112 PM 01"),
    ("%G-W%V-%u", 1_230_768_000, "2009-W01-4"), ("%G-W%V-%u", 1_262_476_800, "2009-W53-7"),
    (
      "%U %W %w %y %C %e %h %D %R %r %x %X %%", -1,
      "52 52 3 69 19 31 Dec 12/31/69 23:59 11:59:59 PM 12/31/69 23:59:59 %"
    ),
    ("%z %Z", 0, "+0000 UTC"), ("", 0, ""),
  ])
  func `a time becomes a text`(format: String, time: Int, expected: String) throws {
    #expect(try text("return os.date('\(format)', \(time))") == expected)
  }

  @Test func `times and dates are each other's reverse`() throws {
    #expect(
      try text(
        """
        for time = -62000000000, 250000000000, 86400 * 997 + 3661 do
          if os.time(os.date('*t', time)) ~= time then return time end
        end
        return 'all'
        """) == "all")
    #expect(
      try text("return os.date('!*t', 951782400)")
        == "day=29 hour=0 isdst=false min=0 month=2 sec=0 wday=3 yday=60 year=2000")
    #expect(try text("return os.difftime(10, 4)") == "6.0")
  }

  @Test(arguments: [
    ("os.time()", "os.time needs a date to turn into a time: scripts have no clock"),
    ("os.date()", "os.date needs a time as its second argument: scripts have no clock"),
    ("os.date('%F')", "os.date needs a time as its second argument: scripts have no clock"),
    ("os.time({year = 2025})", "field 'month' is missing in the date"),
    ("os.time({year = 'x', month = 1, day = 1})", "field 'year' is not an integer"),
    ("os.time({year = 1 << 50, month = 1, day = 1})", "field 'year' is out of bounds"),
    ("os.date('%Q', 0)", "os.date does not know the conversion '%Q'"),
    ("os.date('%', 0)", "the format of os.date ends in '%'"),
    ("os.date('%F', 1 << 60)", "bad argument #2 to 'date' (time is not in the years 0 to 9999)"),
  ])
  func `what depends on a clock or makes no sense is refused`(call: String, expected: String) throws
  {
    #expect(try failure(of: "return \(call)")?.message == expected)
  }
}
