/** What JDBC makes longer than it need be. */
package ua.vidnova.chassis.sql;
