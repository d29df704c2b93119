/**
 * Partners played: bank, post and tills take their batches and report, the Pension Fund brings
 * awards and reads its lists; with faults on demand.
 */
package ua.vidnova.localstack.partners;
