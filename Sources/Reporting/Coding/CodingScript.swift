/// What a coding sheet does in a browser that runs scripts: keeps codes, shows how many there are, and saves them as CSV.
///
/// Keys work only where a unit has the focus, so that they take nothing from those who read or speak to the page.
enum CodingScript {
  static let js = #"""
    "use strict";
    {
    const make = (name, properties, ...children) => {
      const node = Object.assign(document.createElement(name), properties);
      node.append(...children);
      return node;
    };
    const sheet = document.querySelector(".sheet");
    const units = [...sheet.querySelectorAll(".unit")];
    const { sample, answer } = sheet.dataset;
    const place = `copydesk-codes-${sample}`;
    // Keys that choose; j and k go from unit to unit.
    const keys = [..."123456789abcdefghilmnopqrstuvwxyz"];
    const inputs = unit => [...unit.querySelectorAll("input.code")];
    const comment = unit => unit.querySelector(".comment input");

    const coder = make("input", { type: "text", autocomplete: "off" });
    const status = make("output", {});
    const next = make("button", { type: "button" }, "Next without a code");
    const save = make("button", { type: "button" }, "Save as CSV");
    const desk = make("div", { className: "desk" }, make("label", {}, "Coder ", coder), next, save, status);
    desk.setAttribute("role", "group");
    desk.setAttribute("aria-label", "Progress and saving");
    sheet.prepend(desk);

    for (const unit of units) {
      unit.tabIndex = 0;
      if (answer === "number") continue;
      inputs(unit).slice(0, keys.length).forEach((input, index) => {
        const hint = make("kbd", {}, keys[index]);
        hint.setAttribute("aria-hidden", "true");
        input.after(" ", hint);
      });
    }
    const guidance = sheet.querySelector(".keys");
    guidance.hidden = false;
    guidance.textContent = "Keys, while a unit has the focus: "
      + (answer === "number" ? "Enter goes to the next unit, Shift and Enter back."
        : "those beside the labels choose, j or Enter goes to the next unit, k back.");

    /// The codes of a unit as they are saved.
    const code = unit => answer === "number" ? inputs(unit)[0].value.trim()
      : inputs(unit).filter(input => input.checked).map(input => input.value).join("; ");

    function enter(unit, words, note) {
      const values = words.split(";").map(part => part.trim());
      for (const input of inputs(unit)) {
        if (answer === "number") input.value = words; else input.checked = values.includes(input.value);
      }
      comment(unit).value = note;
    }

    function tell() {
      let count = 0;
      for (const unit of units) {
        const isCoded = code(unit) !== "";
        unit.classList.toggle("coded", isCoded);
        if (isCoded) count += 1;
      }
      status.textContent = `${count} of ${units.length} coded`;
    }

    /// Browsers may forbid storage to pages from files; then codes live as long as the page is open.
    function keep() {
      const codes = units.map(unit => [unit.dataset.unit, code(unit), comment(unit).value]);
      try { localStorage.setItem(place, JSON.stringify({ coder: coder.value, codes })); } catch {}
    }

    try {
      const kept = JSON.parse(localStorage.getItem(place) ?? "null");
      if (kept) {
        coder.value = kept.coder;
        const known = new Map(kept.codes.map(([unit, ...rest]) => [unit, rest]));
        for (const unit of units) {
          const entry = known.get(unit.dataset.unit);
          if (entry) enter(unit, ...entry);
        }
      }
    } catch {}
    tell();

    let isSaved = true;
    sheet.addEventListener("input", event => {
      const unit = event.target.closest(".unit");
      // Who says that none fits, or that it cannot be told, says nothing else.
      if (unit && answer === "many" && event.target.checked) {
        const alone = input => input.value === "-" || input.value === "?";
        for (const other of inputs(unit)) {
          if (other !== event.target && (alone(event.target) || alone(other))) other.checked = false;
        }
      }
      isSaved = false;
      tell();
      keep();
    });
    addEventListener("beforeunload", event => { if (!isSaved) event.preventDefault(); });

    function go(unit) {
      if (!unit) return;
      (answer === "number" ? inputs(unit)[0] : unit).focus({ preventScroll: true });
      unit.scrollIntoView({ block: "start" });
    }

    next.addEventListener("click", () => go(units.find(unit => code(unit) === "") ?? units.at(-1)));

    sheet.addEventListener("keydown", event => {
      const unit = event.target.closest(".unit");
      if (!unit || event.altKey || event.ctrlKey || event.metaKey) return;
      const isText = event.target.type === "text";
      const index = units.indexOf(unit);
      let step = 0;
      if (event.key === "Enter") step = event.shiftKey ? -1 : 1;
      else if (!isText && event.key === "j") step = 1;
      else if (!isText && event.key === "k") step = -1;
      if (step) {
        event.preventDefault();
        return go(units[index + step]);
      }
      const choice = isText ? -1 : keys.indexOf(event.key);
      const input = choice < 0 ? undefined : inputs(unit)[choice];
      if (!input) return;
      event.preventDefault();
      input.checked = !input.checked;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });

    save.addEventListener("click", () => {
      // A spreadsheet would calculate a comment that begins so.
      const cell = words => {
        const plain = /^[=+@\t]|^-./.test(words) && Number.isNaN(Number(words)) ? `'${words}` : words;
        return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
      };
      const name = coder.value.trim();
      const rows = units.map(unit => [unit.dataset.unit, code(unit), comment(unit).value, name]);
      const table = [["unit", "code", "comment", "coder"], ...rows];
      const text = "\ufeff" + table.map(row => row.map(cell).join(",") + "\r\n").join("");
      const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
      const file = name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      const link = make("a", { href: address, download: `sheet${file ? "-" + file : ""}.csv` });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      isSaved = true;
    });
    }

    """#
}
