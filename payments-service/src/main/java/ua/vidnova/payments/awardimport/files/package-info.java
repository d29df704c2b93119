/** Reading the file of awards. */
package ua.vidnova.payments.awardimport.files;
