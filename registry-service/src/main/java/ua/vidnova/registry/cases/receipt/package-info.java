/** The paper that an applicant takes home, and the proof that it is genuine. */
package ua.vidnova.registry.cases.receipt;
