/** What all papers for residents have in common. */
package ua.vidnova.payments.paper;
