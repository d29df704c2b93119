/**
 * Medicines that brigades carry: catalogue, batches and where they lie, hand-overs, differences.
 */
package ua.vidnova.medical.stock;
