/** A real Kafka broker without a container: KRaft, one node, broker and controller in one. */
package ua.vidnova.localstack.kafka;
