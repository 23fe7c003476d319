import Glibc
import Workbench

// The command line is still to come; workers and their supervision can run already.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "worker" {
  exit(Workbench.workerMain(Array(arguments.dropFirst())))
}
