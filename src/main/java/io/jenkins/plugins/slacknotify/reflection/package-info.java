/**
 * Asks objects of plugins that this one is not built with. No Jenkins.
 */
package io.jenkins.plugins.slacknotify.reflection;
