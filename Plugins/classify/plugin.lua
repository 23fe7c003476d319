--- Labels of your own, by a model that `copydesk train` has learned from articles that you labelled.
---
---   copydesk train topics labelled.jsonl -o my-topics
---   copydesk run -p classify -O classify.model=@my-topics/model.tsv articles/
---
--- The folder is a plugin, too: `-p ./my-topics` does the same, under the name of the folder, and it can be handed on. `README.md` in it says
--- how well labels are told. In copydesk.toml the model is `[options.classify]` with `model = { file = "my-topics/model.tsv" }`.
---
--- Every word and pair of words of the title and the text that the model knows weighs (1 + ln count) · idf, all together scaled to a
--- length of 1, those of the title three times; a label's score is the sum of what these say for it. Where every labelled article had one label, it answers with the
--- highest; where some had several or none, with all above `least`. The terms that decided are marked, each with its label.
--- Limits: it knows the language and the kind of stories that it was trained on, and always answers in its labels. Without a model
--- it does not run, and `-p all` leaves it out.
local classifying = require "classifying"

---@type copydesk.Plugin
return {
  api = 1,
  name = "classify",
  version = "1.0.0",
  summary = "Labels of your own, as learned by copydesk train",
  author = "Copydesk",
  license = "MIT",
  categories = { "content" },
  layers = classifying.layers,
  fields = classifying.fields,
  judgements = classifying.judgements,
  options = {
    model = { type = "string", required = true, doc = "the model that copydesk train wrote, such as @my-topics/model.tsv" },
    least = classifying.options.least,
    marks = classifying.options.marks,
  },

  setup = function(ctx)
    local model = ctx.options.model
    if not model:find("\n", 1, true) then
      error(("the option 'model' is no model but '%s'; put @ before the name of a file: -O classify.model=@%s"):format(
        desk.text.shorten(model, 80), desk.text.shorten(model, 80)), 0)
    end
    return classifying.read(ctx:lexicon({ tsv = model }, { overlaps = true }))
  end,

  analyze = classifying.analyze,
  report = require "pages",
}
