/**
 * Which health services a settlement has, as people on the spot state it: the questions of HeRAMS
 * (WHO's Health Resources and Services Availability Monitoring System), per settlement.
 */
package ua.vidnova.medical.availability;
