/** Pages that show who would hear of a build, why, and what, without telling anybody. */
package io.jenkins.plugins.slacknotify.preview;
