/** Partners' files about what became of instructions: read as a stream, kept, taken over. */
package ua.vidnova.payments.report;
