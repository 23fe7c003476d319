#include "CLinear.h"

#include <linear.h>
#include <pthread.h>
#include <stdlib.h>

struct copydesk_linear_rows {
  size_t count;
  int32_t width;
  struct feature_node **starts;
  struct feature_node *nodes;
};

copydesk_linear_rows *copydesk_linear_rows_new(
    size_t count, int32_t width, const size_t *starts, const int32_t *columns, const double *values) {
  copydesk_linear_rows *rows = calloc(1, sizeof *rows);
  if (!rows) return NULL;
  rows->count = count;
  rows->width = width;
  rows->starts = calloc(count + 1, sizeof *rows->starts);
  // Behind the values of a row stand its constant and a mark of its end.
  rows->nodes = calloc(starts[count] + 2 * count + 1, sizeof *rows->nodes);
  if (!rows->starts || !rows->nodes) {
    copydesk_linear_rows_free(rows);
    return NULL;
  }
  struct feature_node *node = rows->nodes;
  for (size_t row = 0; row < count; row++) {
    rows->starts[row] = node;
    for (size_t i = starts[row]; i < starts[row + 1]; i++)
      *node++ = (struct feature_node){.index = columns[i] + 1, .value = values[i]};
    *node++ = (struct feature_node){.index = width + 1, .value = 1};
    *node++ = (struct feature_node){.index = -1};
  }
  return rows;
}

void copydesk_linear_rows_free(copydesk_linear_rows *rows) {
  if (!rows) return;
  free(rows->starts);
  free(rows->nodes);
  free(rows);
}

static void say_nothing(const char *words) { (void)words; }

bool copydesk_linear_fit(const copydesk_linear_rows *rows, const bool *truth, double cost, double missed, double *weights) {
  double *kinds = malloc(rows->count * sizeof *kinds + 1);
  if (!kinds) return false;
  bool has_one = false, has_other = false;
  for (size_t row = 0; row < rows->count; row++) {
    kinds[row] = truth[row] ? 1 : -1;
    if (truth[row]) has_one = true; else has_other = true;
  }
  if (!has_one || !has_other) {
    free(kinds);
    return false;
  }
  struct problem problem = {
      .l = (int)rows->count, .n = rows->width + 1, .y = kinds, .x = rows->starts, .bias = 1};
  int marked = 1;
  struct parameter parameter = {
      .solver_type = L2R_L2LOSS_SVC_DUAL, .eps = 0.01, .C = cost,
      .nr_weight = 1, .weight_label = &marked, .weight = &missed};
  // liblinear draws the order of its steps, from numbers that all threads share.
  static pthread_mutex_t drawing = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&drawing);
  set_print_string_function(say_nothing);
  srand(1);
  struct model *model = train(&problem, &parameter);
  pthread_mutex_unlock(&drawing);
  // The weights speak for the kind that the first row has.
  double sign = model->label[0] > 0 ? 1 : -1;
  for (int column = 0; column <= rows->width; column++) weights[column] = sign * model->w[column];
  free_and_destroy_model(&model);
  free(kinds);
  return true;
}
