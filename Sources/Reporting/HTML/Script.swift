/// What the report can do in a browser that runs scripts; without them everything is there to read.
///
/// One inline script, known to the page's policy by its hash. It builds its controls itself, so that nothing stands idle
/// where it doesn't run, and adds words as text, never as markup.
enum Script {
  static let js = """
    "use strict";
    {
    const make = (name, properties, ...children) => {
      const node = Object.assign(document.createElement(name), properties);
      node.append(...children);
      return node;
    };
    const fold = words => words.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
    \(finder)\(stepper)}

    """

  /// Search, filters and order for the index of articles.
  private static let finder = #"""
    const index = document.querySelector(".index");
    if (index) {
      const body = index.querySelector("tbody");
      const heads = [...index.querySelectorAll("thead th")];
      const rows = [...body.rows].map(row => ({
        row, words: fold(row.textContent), cells: [...row.cells].map(cell => cell.className === "date"
          ? cell.querySelector("time")?.dateTime ?? "–"
          : (cell.querySelector(".publisher") ?? cell).textContent.trim())
      }));
      const search = make("input", { type: "search", autocomplete: "off" });
      const status = make("output", {});
      const choices = ["Publisher", "Section", "Language"].map(choice);
      const form = make("div", { className: "finder" });
      form.setAttribute("role", "search");
      form.append(make("label", {}, "Find ", search), ...choices.map(({ label }) => label), status);
      index.before(form);
      heads.forEach(sortable);
      form.addEventListener("input", show);
      show();

      function choice(title) {
        const selector = "." + title.toLowerCase();
        const values = new Map(rows.map(({ row }) => [row, row.querySelector(selector)?.textContent ?? "–"]));
        const counts = new Map();
        for (const name of values.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
        const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a.localeCompare(b));
        const select = make("select", {}, make("option", { value: "" }, "all"));
        for (const name of names.slice(0, 500))
          select.append(make("option", { value: name }, `${name === "–" ? "none" : name} (${counts.get(name)})`));
        const label = make("label", { hidden: names.length < 2 }, title + " ", select);
        return { label, select, values };
      }

      function show() {
        const words = fold(search.value).split(/\s+/).filter(Boolean);
        let shown = 0;
        for (const entry of rows) {
          const fits = words.every(word => entry.words.includes(word))
            && choices.every(({ select, values }) => !select.value || values.get(entry.row) === select.value);
          entry.row.hidden = !fits;
          if (fits) shown += 1;
        }
        status.textContent = shown === rows.length ? `${shown} articles` : `${shown} of ${rows.length} articles`;
      }

      function sortable(head, column) {
        const isNumber = head.classList.contains("n");
        const button = make("button", { type: "button" }, ...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const before = head.getAttribute("aria-sort");
          const isDown = before ? before === "ascending" : isNumber && column > 0;
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
          order(column, isNumber, isDown ? -1 : 1);
        });
      }

      function order(column, isNumber, direction) {
        const key = isNumber
          ? words => parseFloat(words.replace(/,/g, "").replace("−", "-"))
          : words => words === "–" ? null : fold(words);
        const compare = isNumber ? (a, b) => a - b : (a, b) => a.localeCompare(b);
        const isMissing = value => value === null || Number.isNaN(value);
        const keyed = rows.map(entry => ({ entry, value: key(entry.cells[column]) }));
        // What has no value comes last, whatever the direction.
        keyed.sort((a, b) => isMissing(a.value) || isMissing(b.value)
          ? isMissing(a.value) - isMissing(b.value) : direction * compare(a.value, b.value));
        body.append(...keyed.map(({ entry }) => entry.row));
      }
    }

    """#

  /// Steps through the marks of a text with the arrow keys, and says of each what it is and why it is there.
  private static let stepper = #"""
    const note = make("p", { className: "note", hidden: true });
    note.setAttribute("role", "status");
    document.body.append(note);
    let current = null;
    const leave = () => {
      current?.classList.remove("current");
      current = null;
      note.hidden = true;
    };
    const explain = mark => {
      leave();
      current = mark;
      mark.classList.add("current");
      note.hidden = false;
      note.textContent = `${mark.textContent}\n${mark.title}`;
    };
    const texts = document.querySelectorAll(".text");
    for (const text of texts) {
      text.tabIndex = 0;
      text.setAttribute("role", "group");
      text.setAttribute("aria-label", "Text; arrow keys go from mark to mark");
      text.addEventListener("keydown", event => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
        const marks = [...text.querySelectorAll("mark[title]")];
        const place = marks.indexOf(current);
        const next = marks[place < 0 ? (step > 0 ? 0 : marks.length - 1) : place + step];
        if (!next) return;
        event.preventDefault();
        explain(next);
        next.scrollIntoView({ block: "nearest" });
      });
      text.addEventListener("click", event => {
        const mark = event.target.closest("mark[title]");
        if (mark && mark !== current) explain(mark); else leave();
      });
      text.addEventListener("blur", leave);
    }
    document.addEventListener("keydown", event => { if (event.key === "Escape") leave(); });

    """#
}
