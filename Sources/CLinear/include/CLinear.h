#ifndef COPYDESK_CLINEAR_H
#define COPYDESK_CLINEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Rows of numbers, most of them zero, that linear models are fitted to.
typedef struct copydesk_linear_rows copydesk_linear_rows;

/// Copies rows: those of number i have the columns `columns[starts[i]..<starts[i + 1]]`, in rising order, with their values.
/// NULL if there is no memory.
copydesk_linear_rows *copydesk_linear_rows_new(
    size_t count, int32_t width, const size_t *starts, const int32_t *columns, const double *values);
void copydesk_linear_rows_free(copydesk_linear_rows *rows);

/// Fits a support vector machine with squared hinge loss by liblinear: the weights of all columns, and behind them that of a
/// constant 1, whose sum is above zero on the rows that `truth` marks. An error costs `cost`, and `missed` times as much on a row
/// that is marked. The same rows give the same weights.
/// False if there is no memory, or if all rows are of one kind.
bool copydesk_linear_fit(const copydesk_linear_rows *rows, const bool *truth, double cost, double missed, double *weights);

#ifdef __cplusplus
}
#endif

#endif
