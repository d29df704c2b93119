/** Paper for people: A4 sheets in PDF with an embedded Cyrillic font. */
package ua.vidnova.chassis.paper;
