/** Records that medics opened out of their reach, and what others found about it. */
package ua.vidnova.medical.emergency;
