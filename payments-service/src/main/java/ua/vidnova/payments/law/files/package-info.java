/** Reading the file of values of law. */
package ua.vidnova.payments.law.files;
