/** Reading an operator's list of cash points. */
package ua.vidnova.coordination.cashpoint.files;
