/**
 * Who wrote what a build has built. Other plugins know that, and none of them has to be there: an extension that needs one
 * names a type of it in a method, so that Jenkins quietly leaves the extension out where the plugin is missing.
 */
package io.jenkins.plugins.slacknotify.trigger.commits;
