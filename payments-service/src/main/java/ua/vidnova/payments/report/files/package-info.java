/** Reading partners' files. */
package ua.vidnova.payments.report.files;
