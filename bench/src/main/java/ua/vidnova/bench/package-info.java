/** Measures the platform against its budgets and against plain yardsticks, in the same run. */
package ua.vidnova.bench;
