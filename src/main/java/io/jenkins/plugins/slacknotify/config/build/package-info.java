/**
 * The build that an engine's key means, as it is in Jenkins now, and what belongs to it: its job after renames and moves, its
 * address, and the credentials that it may use. The package knows the keys of events and the engine's ports, and no settings.
 */
package io.jenkins.plugins.slacknotify.config.build;
