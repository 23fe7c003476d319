// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  // Debug builds and their tests watch over exclusive access; to watch at run time costs a sixteenth of a run.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
  // The program has no threads, its workers being processes: references need not be counted atomically.
  .unsafeFlags(["-Xfrontend", "-assume-single-threaded"], .when(configuration: .release)),
  // The rooms are compiled one by one, but as one program: what is generic in one is made for its callers in another.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house; `Workbench.docc/Architecture.md` draws the plan.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    swiftSettings: swiftSettings)
}

/// A C library of Debian's.
func system(_ name: String, _ pkgConfig: String?, _ package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/System/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// The fuzzer has no main of its own, so only `make fuzz` builds it, by asking for it.
let fuzzing: [Target] =
  Context.environment["COPYDESK_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "Document", "Reading", "Annotating", "Lua", "Scripting", "Workbench", "CUnicode",
      ], exclude: ["README.md", "Dictionaries"],
      swiftSettings: swiftSettings + [.unsafeFlags(["-parse-as-library"])])
  ]

let package = Package(
  name: "copydesk",
  products: [.executable(name: "copydesk", targets: ["copydesk"])],
  targets: [
    system("SystemLua", nil, "liblua5.4-dev"),
    system("SystemCmark", "libcmark-gfm", "libcmark-gfm-dev"),
    system("SystemPCRE2", "libpcre2-8", "libpcre2-dev"),
    system("SystemNettle", "nettle", "nettle-dev"),
    system("SystemZlib", "zlib", "zlib1g-dev"),
    system("SystemDeflate", "libdeflate", "libdeflate-dev"),
    system("SystemZstd", "libzstd", "libzstd-dev"),
    system("SystemBrotli", "libbrotlidec", "libbrotli-dev"),
    system("SystemStemmer", nil, "libstemmer-dev"),
    system("SystemSeccomp", "libseccomp", "libseccomp-dev"),
    system("SystemEdit", nil, "libedit-dev"),

    // Linked into the program: calls into a shared library take longer, and a run makes millions.
    .target(
      name: "CLua", dependencies: ["SystemLua"],
      linkerSettings: [.linkedLibrary(":liblua5.4.a")]),
    .target(name: "CProcess", dependencies: ["SystemSeccomp"]),
    // Linked into the program: one command needs it, and no other shall wait for it to be loaded.
    .target(
      name: "CEdit", dependencies: ["SystemEdit"],
      linkerSettings: [
        .linkedLibrary(":libedit.a"), .linkedLibrary(":libtinfo.a"), .linkedLibrary(":libbsd.a"),
        .linkedLibrary(":libmd.a"),
      ]),
    .target(name: "CLanguage", linkerSettings: [.linkedLibrary("cld2")]),
    // Collation is linked into the program: one function needs it, and no other shall wait for its library.
    .target(
      name: "CUnicode",
      linkerSettings: [.linkedLibrary(":libicui18n.a"), .linkedLibrary("icuuc")]),

    // Linked into the program, so that only who trains pays for it: no library to load at every start.
    .target(
      name: "CLinear",
      linkerSettings: [
        .linkedLibrary(":liblinear.a"), .linkedLibrary("stdc++"), .linkedLibrary("m"),
      ]),

    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    // The trained tagger of entities lies in the program itself: nothing to find or to read at run time.
    .target(name: "CModels", exclude: ["Entities.model"]),
    // As does the outline of the world, for maps.
    .target(name: "CWorld", exclude: ["World.txt"]),

    room("Lua", ["CLua"]),
    room("Document", []),
    room(
      "Reading",
      [
        "Document", "CUnicode", "SystemCmark", "SystemNettle", "SystemZlib", "SystemDeflate",
        "SystemZstd", "SystemBrotli", "CSQLite",
      ]),
    room("Annotating", ["Document", "CLanguage", "CUnicode", "CModels"]),
    room(
      "Scripting",
      ["Document", "Lua", "SystemPCRE2", "SystemStemmer", "SystemNettle", "CUnicode"]),
    room("Reporting", ["Document", "SystemNettle", "CSQLite", "CWorld"]),
    room("Learning", ["CLinear"]),
    room("Agreement", []),
    room(
      "Workbench",
      [
        "Document", "Reading", "Annotating", "Scripting", "Reporting", "Learning", "Agreement",
        "CProcess",
      ]),
    .executableTarget(
      name: "copydesk", dependencies: ["Workbench", "Learning", "Agreement", "Document", "CEdit"],
      swiftSettings: swiftSettings,
      linkerSettings: [
        // What was found is kept for as long as the very same program would find it again.
        .unsafeFlags(["-Xlinker", "--build-id"]),
        // Addresses to be set at the start are listed in few bytes, which spares a fifth of the time that the loader takes.
        .unsafeFlags(
          ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
          .when(configuration: .release)),
      ]),
    .executableTarget(
      name: "train-entities", dependencies: ["Document", "Annotating"],
      path: "Sources/Training/Entities/Trainer", swiftSettings: swiftSettings),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Document", "Reading", "Annotating", "Lua", "Scripting", "Reporting"],
      exclude: [
        "README.md", "analyses.py", "compare.py", "copies.py", "eval.py", "icu.cpp", "reading.py",
        "reports.py", "runs.py",
      ],
      swiftSettings: swiftSettings),

    tests(of: "Lua"), tests(of: "Document"), tests(of: "Reading", ["CSQLite", "SystemZlib"]),
    tests(of: "Annotating"), tests(of: "Scripting"), tests(of: "Learning"),
    tests(of: "Agreement"),
    tests(of: "Reporting", ["Document", "SystemCmark"]),
    tests(of: "Workbench", ["Document", "Reporting"]),
    // Runs the examples of the reference for plugins, with all layers at hand.
    .testTarget(
      name: "PluginTests", dependencies: ["Scripting", "Annotating", "Document", "Lua"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["copydesk", "CProcess", "CSQLite", "Document", "Workbench"],
      swiftSettings: swiftSettings),
  ] + fuzzing,
  cxxLanguageStandard: .cxx17
)
