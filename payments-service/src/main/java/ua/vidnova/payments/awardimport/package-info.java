/** The Pension Fund's list of people whose payment was stopped, line by line into awards. */
package ua.vidnova.payments.awardimport;
