/** Money that was sent and not collected: who is warned, and whose payment ends for it. */
package ua.vidnova.payments.nonreceipt;
