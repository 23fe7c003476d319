#include "CEdit.h"

#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define REMEMBERED_LINES 1000

struct copydesk_editor {
  EditLine *edit;
  History *history;
  HistEvent event;
  const char *prompt;
  copydesk_completer complete;
  bool interrupted;
};

static copydesk_editor *editor_of(EditLine *edit) {
  copydesk_editor *editor = NULL;
  el_get(edit, EL_CLIENTDATA, &editor);
  return editor;
}

static char *prompt_of(EditLine *edit) { return (char *)editor_of(edit)->prompt; }

static unsigned char complete_line(EditLine *edit, int key) {
  (void)key;
  const LineInfo *line = el_line(edit);
  char *more = editor_of(edit)->complete(line->buffer, (int)(line->cursor - line->buffer));
  if (!more) return CC_ERROR;
  unsigned char done = CC_REDISPLAY;
  if (*more == '\n') {
    fputs(more, stdout);
    fflush(stdout);
  } else {
    done = el_insertstr(edit, more) == 0 ? CC_REFRESH : CC_ERROR;
  }
  free(more);
  return done;
}

// The interrupt key ends the line, which is then forgotten.
static unsigned char interrupt_line(EditLine *edit, int key) {
  (void)key;
  editor_of(edit)->interrupted = true;
  fputs("^C\n", stdout);
  fflush(stdout);
  return CC_EOF;
}

static volatile sig_atomic_t interrupts;

static void note_interrupt(int number) {
  (void)number;
  interrupts = 1;
}

int copydesk_editor_interrupted(void) {
  int had = interrupts;
  interrupts = 0;
  return had;
}

copydesk_editor *copydesk_editor_open(const char *program, copydesk_completer complete) {
  setlocale(LC_CTYPE, "");
  copydesk_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->complete = complete;
  editor->edit = el_init(program, stdin, stdout, stderr);
  editor->history = history_init();
  if (!editor->edit || !editor->history) {
    copydesk_editor_close(editor);
    return NULL;
  }
  EditLine *edit = editor->edit;
  history(editor->history, &editor->event, H_SETSIZE, REMEMBERED_LINES);
  history(editor->history, &editor->event, H_SETUNIQUE, 1);
  el_set(edit, EL_CLIENTDATA, editor);
  el_set(edit, EL_PROMPT, prompt_of);
  el_set(edit, EL_EDITOR, "emacs");
  el_set(edit, EL_HIST, history, editor->history);
  el_set(edit, EL_ADDFN, "copydesk-complete", "complete the name", complete_line);
  el_set(edit, EL_BIND, "^I", "copydesk-complete", NULL);
  el_set(edit, EL_ADDFN, "copydesk-interrupt", "forget the line", interrupt_line);
  el_set(edit, EL_SETTY, "-d", "-isig", NULL);
  el_set(edit, EL_BIND, "^C", "copydesk-interrupt", NULL);
  // Without SA_RESTART, so that whoever waits for an answer wakes up.
  struct sigaction action = {.sa_handler = note_interrupt};
  sigaction(SIGINT, &action, NULL);
  el_set(edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return editor;
}

void copydesk_editor_close(copydesk_editor *editor) {
  if (editor->edit) el_end(editor->edit);
  if (editor->history) history_end(editor->history);
  free(editor);
}

const char *copydesk_editor_read(copydesk_editor *editor, const char *prompt, int *count) {
  editor->prompt = prompt;
  editor->interrupted = false;
  const char *line = el_gets(editor->edit, count);
  if (editor->interrupted) {
    *count = -1;
    return NULL;
  }
  return *count > 0 ? line : NULL;
}

const char *copydesk_plain_line(int *count) {
  static char *line;
  static size_t room;
  ssize_t length = getline(&line, &room, stdin);
  *count = length > 0 ? (int)length : 0;
  return length > 0 ? line : NULL;
}

void copydesk_editor_remember(copydesk_editor *editor, const char *line) {
  history(editor->history, &editor->event, H_ENTER, line);
}

int copydesk_editor_load(copydesk_editor *editor, const char *file) {
  return history(editor->history, &editor->event, H_LOAD, file) < 0 ? -1 : 0;
}

int copydesk_editor_save(copydesk_editor *editor, const char *file) {
  mode_t mask = umask(077);
  int written = history(editor->history, &editor->event, H_SAVE, file);
  umask(mask);
  return written < 0 ? -1 : 0;
}
