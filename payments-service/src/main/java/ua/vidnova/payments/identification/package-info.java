/** Who was identified when and how, and whose payment ends unless they are (CMU №299). */
package ua.vidnova.payments.identification;
