/** Who lives together, as registry tells it. */
package ua.vidnova.medical.household;
