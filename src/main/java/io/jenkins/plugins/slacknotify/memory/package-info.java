/** What is remembered of what others have said, in memory and in files, so that they need not be asked again. */
package io.jenkins.plugins.slacknotify.memory;
