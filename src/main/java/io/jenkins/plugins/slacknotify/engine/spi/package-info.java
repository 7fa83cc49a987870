/**
 * The ports of the engine: the administrator's decisions, tokens, the values of macros, observers, and the look-up of deliveries.
 *
 * <p>Knows the values that pass through the ports, and no other room.
 */
package io.jenkins.plugins.slacknotify.engine.spi;
