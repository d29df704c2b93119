/** Clocks, histograms and tables of the measurements. */
package ua.vidnova.bench.measure;
