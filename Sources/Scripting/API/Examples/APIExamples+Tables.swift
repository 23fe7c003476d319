extension APIExamples {
  static let tables = #"""
    --# counter.add
    desk.counter():add("Ulm"):add("Ulm", 2):get("Ulm")  --> 3

    --# counter.get
    desk.counter():get("nobody")  --> 0

    --# counter.total
    desk.counter({ "a", "b", "a" }):total()  --> 3

    --# counter.size
    desk.counter({ "a", "b", "a" }):size()  --> 2

    --# counter.top
    desk.counter({ "b", "a", "b", "c" }):top(2)  --> { { count = 2, key = "b" }, { count = 1, key = "a" } }

    --# counter.merge
    desk.counter({ "a" }):merge(desk.counter({ "a", "b" })):map()  --> { a = 2, b = 1 }

    --# counter.map
    desk.counter({ "a", "b", "a" }):map()  --> { a = 2, b = 1 }

    --# set.add
    local seen = desk.set()
    seen:add("Ulm"), seen:add("Ulm")  --> true, false

    --# set.remove
    desk.set({ "a" }):remove("b")  --> false

    --# set.has
    desk.set({ "a", "b" }):has("b")  --> true

    --# set.size
    desk.set({ "a", "b", "a" }):size()  --> 2

    --# set.list
    desk.set({ "b", "a" }):list()  --> { "a", "b" }

    --# set.union
    desk.set({ "a" }):union(desk.set({ "b" })):list()  --> { "a", "b" }

    --# set.intersection
    desk.set({ "a", "b" }):intersection(desk.set({ "b", "c" })):list()  --> { "b" }

    --# set.difference
    desk.set({ "a", "b" }):difference(desk.set({ "b" })):list()  --> { "a" }
    """#
}
