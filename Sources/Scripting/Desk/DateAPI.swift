internal import Lua

// `desk.date`: dates to reckon with. There is no clock.
//
// A date's object holds its days since 1970, its seconds since midnight or -1, and its minutes east of UTC or
// `noOffset`.

private let noOffset = 1 << 20

extension Session {
  var dateMember: APIMember {
    APIMember(
      "date", type: "fun(iso: string): copydesk.CivilDate?",
      doc:
        "A date from ISO 8601, such as `2025-04-22`, `2025-04` or `2025-04-22T09:30:00+02:00`; a missing "
        + "month or day is the first. Nil where the text is no date.", access: .method(makeDate))
  }

  var dateOwner: APIOwner {
    APIOwner(
      .civilDate, doc: "A date of the Gregorian calendar, perhaps with a time of day.",
      members: [
        number("year", "The year.") { $0.components.year },
        number("month", "The month, 1 to 12.") { $0.components.month },
        number("day", "The day of the month.") { $0.components.day },
        number("weekday", "1 for Monday to 7 for Sunday.") { $0.weekday },
        number("day_of_year", "The day of the year, from 1.") { $0.dayOfYear },
        number("week", "The week by ISO 8601, 1 to 53; the first is that of the first Thursday.") {
          $0.week.number
        },
        number("week_year", "The year that the week belongs to.") { $0.week.year },
        number("hour", "The hour; 0 where only the day is known.") { $0.hour },
        number("minute", "The minute.") { $0.minute },
        number("second", "The second.") { $0.second },
        APIMember(
          "iso", type: "string", doc: "The date by ISO 8601.",
          access: .getter { (call) throws(Fault) in
            call.push(try self.date(call, 1).iso)
            return 1
          }),
        APIMember(
          "format", type: "fun(pattern: string): string",
          doc: "The date by a pattern with \(CivilDate.directives), as in C; names are English.",
          access: .method(formatDate)),
        APIMember(
          "add", type: "fun(days: integer): copydesk.CivilDate",
          doc: "The date so many days later.",
          access: .method(addDays)),
        APIMember(
          "add_months", type: "fun(months: integer): copydesk.CivilDate",
          doc: "The date so many months later; where the month is shorter, its last day.",
          access: .method(addMonths)),
        APIMember(
          "days_since", type: "fun(other: copydesk.CivilDate): integer",
          doc: "Days from another date to this one, times of day left aside.",
          access: .method(daysSince)),
      ])
  }

  private func number(
    _ name: String, _ doc: String, _ value: @escaping (CivilDate) -> Int
  ) -> APIMember {
    APIMember(
      name, type: "integer", doc: doc,
      access: .getter { (call) throws(Fault) in
        call.push(value(try self.date(call, 1)))
        return 1
      })
  }

  private func date(_ call: Call, _ argument: Int) throws(Fault) -> CivilDate {
    let object = try call.object(argument, of: kinds[.civilDate])
    return CivilDate(
      days: object.first, seconds: object.second < 0 ? nil : object.second,
      offset: object.third == noOffset ? nil : object.third)
  }

  private func push(_ date: CivilDate, on call: Call) {
    call.push(
      Object(
        kinds[.civilDate], generation: 0, date.days, date.seconds ?? -1, date.offset ?? noOffset))
  }

  private func makeDate(_ call: Call) throws(Fault) -> Int {
    if let date = CivilDate(iso: try call.string(1)) {
      push(date, on: call)
    } else {
      call.pushNil()
    }
    return 1
  }

  private func formatDate(_ call: Call) throws(Fault) -> Int {
    let pattern = try call.string(2)
    guard let text = try date(call, 1).formatted(pattern) else {
      throw Fault("a date is written with \(CivilDate.directives); the pattern is \"\(pattern)\"")
    }
    call.push(text)
    return 1
  }

  private func addDays(_ call: Call) throws(Fault) -> Int {
    guard let date = try date(call, 1).adding(days: try call.integer(2)) else {
      throw Fault("the date would be beyond the years 1 to 9999")
    }
    push(date, on: call)
    return 1
  }

  private func addMonths(_ call: Call) throws(Fault) -> Int {
    guard let date = try date(call, 1).adding(months: try call.integer(2)) else {
      throw Fault("the date would be beyond the years 1 to 9999")
    }
    push(date, on: call)
    return 1
  }

  private func daysSince(_ call: Call) throws(Fault) -> Int {
    call.push(try date(call, 1).days - date(call, 2).days)
    return 1
  }
}
