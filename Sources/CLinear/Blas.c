// The four functions of BLAS that liblinear's other solvers ask for, so that no library of linear algebra is loaded for them.

#include <math.h>

double dnrm2_(int *count, double *x, int *step);
double ddot_(int *count, double *x, int *step_x, double *y, int *step_y);
int daxpy_(int *count, double *factor, double *x, int *step_x, double *y, int *step_y);
int dscal_(int *count, double *factor, double *x, int *step);

double dnrm2_(int *count, double *x, int *step) { return sqrt(ddot_(count, x, step, x, step)); }

double ddot_(int *count, double *x, int *step_x, double *y, int *step_y) {
  double sum = 0;
  for (int i = 0; i < *count; i++) sum += x[i * *step_x] * y[i * *step_y];
  return sum;
}

int daxpy_(int *count, double *factor, double *x, int *step_x, double *y, int *step_y) {
  for (int i = 0; i < *count; i++) y[i * *step_y] += *factor * x[i * *step_x];
  return 0;
}

int dscal_(int *count, double *factor, double *x, int *step) {
  for (int i = 0; i < *count; i++) x[i * *step] *= *factor;
  return 0;
}
