/** The daily report of WHO's Emergency Medical Team Minimum Data Set, counted from visits. */
package ua.vidnova.medical.report;
