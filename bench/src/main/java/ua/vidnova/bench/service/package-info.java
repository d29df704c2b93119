/** A service of the bench's own, with its PostgreSQL and Kafka. */
package ua.vidnova.bench.service;
