/** Two million visits: reading a record, recording a visit, and a month's report. */
package ua.vidnova.bench.medical;
