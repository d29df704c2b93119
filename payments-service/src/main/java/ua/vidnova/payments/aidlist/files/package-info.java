/** Reading the file of a list for one-off aid. */
package ua.vidnova.payments.aidlist.files;
