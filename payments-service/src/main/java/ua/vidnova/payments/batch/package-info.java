/** What partners take and report: batches, their files, and the outcome of each instruction. */
package ua.vidnova.payments.batch;
