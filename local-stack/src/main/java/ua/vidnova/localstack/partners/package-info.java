/** Partners played: a bank and the post take their batches and report, with faults on demand. */
package ua.vidnova.localstack.partners;
