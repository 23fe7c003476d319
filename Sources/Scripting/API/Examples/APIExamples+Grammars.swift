extension APIExamples {
  static let grammars = #"""
    --# desk.lpeg
    -- Expressions within parentheses, to any depth.
    local lpeg = desk.lpeg
    local P, R, S, V, C, Ct = lpeg.P, lpeg.R, lpeg.S, lpeg.V, lpeg.C, lpeg.Ct
    local nested = P{ "group", group = Ct("(" * (C((1 - S"()")^1) + V"group")^0 * ")") }
    nested:match("(a(b)c)")  --> { "a", { "b" }, "c" }

    --# desk.lpeg.P
    local P = desk.lpeg.P
    (P("port") * P(1)^0):match("port of Ulm")  --> 12

    --# desk.lpeg.S
    (desk.lpeg.S("+-")^-1 * desk.lpeg.R("09")^1):match("-12")  --> 4

    --# desk.lpeg.R
    desk.lpeg.C(desk.lpeg.R("az", "AZ")^1):match("Ulm 2025")  --> Ulm

    --# desk.lpeg.utfR
    local umlauts = desk.lpeg.utfR(0xE4, 0xFC)
    umlauts:match("ü")  --> 3

    --# desk.lpeg.V
    -- A match anywhere: here, or one byte further.
    local P, V, C, R = desk.lpeg.P, desk.lpeg.V, desk.lpeg.C, desk.lpeg.R
    P{ C(R("09")^1) + 1 * V(1) }:match("in April 2025")  --> 2025

    --# desk.lpeg.B
    local lpeg = desk.lpeg
    local at_word = -lpeg.B(lpeg.R("az")) * "port"
    at_word:match("airport", 4), at_word:match("air port", 5)  --> nil, 9

    --# desk.lpeg.match
    local amount = desk.lpeg.P("€") * desk.lpeg.C(desk.lpeg.R("09", "..")^1)
    desk.lpeg.match(amount, "€3.5 million")  --> 3.5

    --# desk.lpeg.type
    desk.lpeg.type(desk.lpeg.P("a")), desk.lpeg.type("a")  --> pattern, nil

    --# desk.lpeg.locale
    local class = desk.lpeg.locale()
    desk.lpeg.C(class.alpha^1):match("Ulm 2025")  --> Ulm

    --# desk.lpeg.C
    local word = desk.lpeg.R("az", "AZ")^1
    (desk.lpeg.C(word) * " " * desk.lpeg.C(word)):match("Ada Brandt")  --> Ada, Brandt

    --# desk.lpeg.Cp
    local P, V, Cp = desk.lpeg.P, desk.lpeg.V, desk.lpeg.Cp
    local first, behind = P{ Cp() * "Ulm" * Cp() + 1 * V(1) }:match(article)
    article.text:sub(first, behind - 1)  --> Ulm

    --# desk.lpeg.Cc
    (desk.lpeg.P("no") * desk.lpeg.Cc(false) + desk.lpeg.Cc(true)):match("no")  --> false

    --# desk.lpeg.Cg
    local lpeg = desk.lpeg
    local name = lpeg.Cg(lpeg.R("az")^1, "name") * "=" * lpeg.Cg(lpeg.R("09")^1, "value")
    lpeg.Ct(name):match("fee=12")  --> { name = "fee", value = "12" }

    --# desk.lpeg.Cb
    -- What is quoted by the mark that it began with.
    local lpeg = desk.lpeg
    local mark = lpeg.Cg(lpeg.S("'\""), "mark")
    local same = lpeg.Cmt(lpeg.C(1) * lpeg.Cb("mark"), function(_, _, a, b) return a == b end)
    (mark * lpeg.C((1 - same)^0) * same):match("'a \"b\" c'")  --> a "b" c

    --# desk.lpeg.Ct
    local word = desk.lpeg.C(desk.lpeg.R("az")^1)
    desk.lpeg.Ct((word + 1)^0):match("a fee, a port")  --> { "a", "fee", "a", "port" }

    --# desk.lpeg.Cs
    desk.lpeg.Cs((desk.lpeg.P("Mr.") / "Mr" + 1)^0):match("Mr. Roe met Mr. Doe")  --> Mr Roe met Mr Doe

    --# desk.lpeg.Cf
    local number = desk.lpeg.C(desk.lpeg.R("09")^1) / tonumber
    local sum = desk.lpeg.Cf(number * ("+" * number)^0, function(a, b) return a + b end)
    sum:match("1+2+3")  --> 6

    --# desk.lpeg.Carg
    (desk.lpeg.P("x") * desk.lpeg.Carg(1)):match("x", 1, "told")  --> told

    --# desk.lpeg.Cmt
    local number = desk.lpeg.C(desk.lpeg.R("09")^1)
    local year = desk.lpeg.Cmt(number, function(_, _, digits) return #digits == 4, digits end)
    year:match("2025"), year:match("25")  --> 2025, nil

    --# pattern.match
    desk.lpeg.P("Ulm"):match("Ulm")  --> 4
    """#
}
