/** The daily report as files: a table and a printed form. */
package ua.vidnova.medical.report.files;
