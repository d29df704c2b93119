/** A real PostgreSQL server without a container, also for root, whom PostgreSQL itself refuses. */
package ua.vidnova.localstack.postgres;
