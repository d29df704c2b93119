/** Items of the daily report that are told at once, and whether somebody has taken notice. */
package ua.vidnova.medical.alert;
