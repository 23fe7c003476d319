import Annotating
import Document
import Glibc

// Trains the tagger of entities, or tries a model; `Sources/Training/Entities/README.md` says on what.
let usage = """
  usage: train-entities GAZETTEER.tsv SENTENCES.jsonl MODEL
         train-entities --tag GAZETTEER.tsv SENTENCES.jsonl TEXTS.jsonl TAGGED.jsonl
         train-entities --try MODEL TEXTS.jsonl

  The first form trains a model. The second trains, and writes how probable each tag is for the tokens of other texts.
  The third writes texts with the entities that a model finds, on standard output.
  """

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.count) {
case ("--try", 3):
  try Trial(model: arguments[1]).run(on: arguments[2])
case ("--tag", 5):
  var training = try Training(gazetteer: arguments[1], sentences: arguments[2])
  training.learn()
  try training.tag(arguments[3], into: arguments[4])
case (_, 3):
  var training = try Training(gazetteer: arguments[0], sentences: arguments[1])
  training.learnForModel()
  training.write(to: arguments[2])
default:
  print(usage)
  exit(2)
}
