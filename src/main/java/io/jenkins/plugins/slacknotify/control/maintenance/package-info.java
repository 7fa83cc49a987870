/** Tells channels that Jenkins starts no builds for a while, whoever has asked for that, and that it does so again. */
package io.jenkins.plugins.slacknotify.control.maintenance;
