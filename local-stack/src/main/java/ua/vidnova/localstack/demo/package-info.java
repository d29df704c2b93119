/** The main job, played by invented people against the running platform, through its gateway. */
package ua.vidnova.localstack.demo;
