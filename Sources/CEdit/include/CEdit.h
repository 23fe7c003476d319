/// Lines from a terminal, edited by libedit, whose functions are variadic, as Swift cannot call.
#ifndef COPYDESK_EDIT_H
#define COPYDESK_EDIT_H

typedef struct copydesk_editor copydesk_editor;

/// What the tabulator adds to the first `count` bytes of a line: text that the editor frees; a list to show if it begins with
/// a line feed; null where there is nothing to add.
typedef char *(*copydesk_completer)(const char *line, int count);

/// An editor on standard input and output; null where the terminal cannot be used.
copydesk_editor *copydesk_editor_open(const char *program, copydesk_completer complete);
/// Leaves the terminal as it was.
void copydesk_editor_close(copydesk_editor *editor);

/// The next line with its end, valid until the next call; null at the end, and after the interrupt key, when `count` is -1.
const char *copydesk_editor_read(copydesk_editor *editor, const char *prompt, int *count);

/// Whether an interrupt has come since this was asked last, while no line was read; an open editor catches them.
int copydesk_editor_interrupted(void);

/// The next line of standard input where that is no terminal, likewise.
const char *copydesk_plain_line(int *count);

/// Adds a line to those that the arrow keys bring back.
void copydesk_editor_remember(copydesk_editor *editor, const char *line);
/// Reads such lines from a file, or writes them to one that nobody else can read; -1 where that fails.
int copydesk_editor_load(copydesk_editor *editor, const char *file);
int copydesk_editor_save(copydesk_editor *editor, const char *file);

#endif
