extension String {
  /// Set off on a terminal by parameters of "select graphic rendition" (ECMA-48, 8.3.117), such as `1;36`; as it is where there are none, or
  /// nothing to set off.
  package func rendered(by parameters: String) -> String {
    isEmpty || parameters.isEmpty ? self : "\u{1B}[\(parameters)m\(self)\u{1B}[0m"
  }
}
