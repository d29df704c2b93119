/** Lists of a liberated settlement's residents for one-off aid, decided as a whole. */
package ua.vidnova.payments.aidlist;
