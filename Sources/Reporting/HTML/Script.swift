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
    \(sorter)\(finder)\(stepper)}

    """

  /// Order by the columns of tables that plugins have written.
  private static let sorter = #"""
    const number = words => parseFloat(words.replace(/[, +]/g, "").replace("−", "-"));
    const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
    const isMissing = value => value === null || Number.isNaN(value);
    // What has no value comes last, whatever the direction.
    const ordered = (keyed, direction) => keyed.sort((a, b) => isMissing(a.value) || isMissing(b.value)
      ? isMissing(a.value) - isMissing(b.value) : direction * compare(a.value, b.value));
    for (const table of document.querySelectorAll("table.sortable")) {
      const body = table.tBodies[0];
      const heads = [...table.tHead.rows[0].cells];
      if (body.rows.length > 2) heads.forEach((head, column) => {
        // A button needs words.
        if (!head.textContent.trim()) return;
        const button = make("button", { type: "button" }, ...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const before = head.getAttribute("aria-sort");
          const isNumber = head.classList.contains("n");
          const isDown = before ? before === "ascending" : isNumber;
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
          const keyed = [...body.rows].map(row => {
            const cell = row.cells[column];
            const words = cell.textContent.trim();
            return { row, value: isNumber ? number(words) : cell.dataset.key ?? (words ? fold(words) : null) };
          });
          body.append(...ordered(keyed, isDown ? -1 : 1).map(({ row }) => row));
        });
      });
    }

    """#

  /// Search, filters and order for the index of articles.
  private static let finder = #"""
    const index = document.querySelector(".index");
    if (index) {
      const body = index.querySelector("tbody");
      const heads = [...index.querySelectorAll("thead th")];
      const catalogue = document.getElementById("catalogue");

      /// An article as the catalogue has it. Few of a hundred thousand are shown: what is not counted at once is made when it is
      /// asked for.
      class Listed {
        constructor(fields) {
          this.fields = fields;
          this.publisher = fields[6] || "–";
          this.section = fields[7] || "–";
          this.language = fields[8] || "–";
        }

        get cells() {
          const [number, title, source, , date, , , , , words, ...leads] = this.fields;
          return this.known ??= [`${number}`, title || source, date || "–", this.publisher, this.language, `${words}`, ...leads];
        }

        get words() {
          const [, , source, , , day, , section] = this.fields;
          return this.folded ??= fold([...this.cells, source, section, day].join(" "));
        }

        row() {
          return this.made ??= make("tr", {}, ...this.columns());
        }

        columns() {
          const [number, title, source, failed, , day, , section, , words, ...leads] = this.fields;
          const { pages, folder, sheet } = catalogue.dataset;
          const place = folder ? `${folder}/${Math.ceil(number / sheet)}.html` : "";
          const name = make("bdi", {}, title || source);
          const link = number <= pages ? make("a", { href: `${place}#article-${number}` }, name) : name;
          const head = make("th", { scope: "row" }, link,
            make("small", {}, make("bdi", {}, source), failed ? " · a plugin failed" : ""));
          const paper = make("td", { className: "optional" }, make("span", {}, this.publisher));
          if (section) paper.append(make("small", {}, section));
          return [
            make("td", { className: "n" }, `${number}`), head, make("td", { className: "date" }, day || "–"), paper,
            make("td", { className: "optional" }, this.language), make("td", { className: "n" }, words.toLocaleString("en")),
            ...leads.map((lead, place) => make("td", { className: heads[place + 6].className }, lead))
          ];
        }
      }

      const entries = catalogue ? JSON.parse(catalogue.textContent).map(fields => new Listed(fields)) : [...body.rows].map(printed);
      const most = 1000;
      const things = index.dataset.things ?? "articles";
      let room = most;
      const search = make("input", { type: "search", autocomplete: "off" });
      const status = make("output", {});
      unite("section");
      const choices = ["publisher", "section", "language"].map(choice);
      const form = make("div", { className: "finder" });
      form.setAttribute("role", "search");
      form.append(make("label", {}, "Find ", search), ...choices.map(({ label }) => label), status);
      index.before(form);
      if (catalogue) document.querySelector(".rest").remove();
      const more = make("button", { type: "button", className: "more" }, "Show more");
      index.after(more);
      more.addEventListener("click", () => { room += most; show(); });
      heads.forEach(sortable);
      form.addEventListener("input", () => { room = most; show(); });
      tell(entries.length);

      /// An article as the table has it.
      function printed(row) {
        const words = part => row.querySelector(part)?.textContent ?? "–";
        return {
          words: fold(row.textContent), row: () => row,
          publisher: words(".publisher"), section: words(".section"), language: words(".language"),
          cells: [...row.cells].map(cell => cell.className === "date"
            ? cell.querySelector("time")?.dateTime ?? "–"
            : (cell.querySelector(".publisher") ?? cell).textContent.trim())
        };
      }

      function counted(field) {
        const counts = new Map();
        for (const entry of entries) counts.set(entry[field], (counts.get(entry[field]) ?? 0) + 1);
        return [...counts];
      }

      /// Names that differ in capital letters alone are one, under the spelling that occurs most.
      function unite(field) {
        const spellings = new Map();
        const rarestFirst = counted(field).sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
        for (const [name] of rarestFirst) spellings.set(name.toLowerCase(), name);
        for (const entry of entries) entry[field] = spellings.get(entry[field].toLowerCase());
      }

      function choice(field) {
        const names = counted(field).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
        const select = make("select", {}, make("option", { value: "" }, "all"));
        for (const [name, count] of names.slice(0, 500))
          select.append(make("option", { value: name }, `${name === "–" ? "none" : name} (${count})`));
        const title = field[0].toUpperCase() + field.slice(1);
        return { label: make("label", { hidden: names.length < 2 }, title + " ", select), select, field };
      }

      function show() {
        const words = fold(search.value).split(/\s+/).filter(Boolean);
        const fitting = entries.filter(entry => words.every(word => entry.words.includes(word))
          && choices.every(({ select, field }) => !select.value || entry[field] === select.value));
        body.replaceChildren(...fitting.slice(0, room).map(entry => entry.row()));
        tell(fitting.length);
      }

      function tell(count) {
        const [found, all] = [count, entries.length].map(number => number.toLocaleString("en"));
        status.textContent = count === entries.length ? `${all} ${things}` : `${found} of ${all} ${things}`;
        more.hidden = count <= room;
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
        const key = isNumber ? number : words => words === "–" ? null : fold(words);
        const keyed = entries.map(entry => ({ entry, value: key(entry.cells[column]) }));
        ordered(keyed, direction).forEach(({ entry }, place) => { entries[place] = entry; });
        show();
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
