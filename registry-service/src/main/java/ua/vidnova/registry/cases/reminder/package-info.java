/** Reminders of deadlines that come near or have passed. */
package ua.vidnova.registry.cases.reminder;
