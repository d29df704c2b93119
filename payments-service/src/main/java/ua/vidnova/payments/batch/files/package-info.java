/** Writing the files of batches. */
package ua.vidnova.payments.batch.files;
