/** What the templates of messages know of runs beyond what the engine does: macros of other plugins. */
package io.jenkins.plugins.slacknotify.templates;
