/** Finding whose a dormant award is: by РНОКПП, whichever of award and resident came first. */
package ua.vidnova.payments.matching;
