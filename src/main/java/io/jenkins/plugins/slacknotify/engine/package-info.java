/**
 * The façade of the engine, which is all that Jenkins' side calls: it accepts builds, milestones and announcements, and
 * answers what has become of them. It joins its rooms, the outbox, and the way to Slack.
 *
 * <p>No Jenkins: what it needs of Jenkins comes through the ports in {@link io.jenkins.plugins.slacknotify.engine.spi}. The rooms
 * know each other only downwards, as the picture in CONTRIBUTING.md shows, and never this package.
 */
package io.jenkins.plugins.slacknotify.engine;
