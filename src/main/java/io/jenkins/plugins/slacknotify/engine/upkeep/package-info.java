/**
 * The memory of what Slack has reported, by itself, of the bots and channels by which the engine notifies: tokens that are worth nothing
 * any more, channels that are closed or have another id.
 *
 * <p>Knows the names of lanes and bots, and no other room.
 */
package io.jenkins.plugins.slacknotify.engine.upkeep;
