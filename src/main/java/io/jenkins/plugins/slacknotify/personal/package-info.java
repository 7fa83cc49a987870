/** What each user sets on their own page, and the accounts of this Jenkins as the engine's people. */
package io.jenkins.plugins.slacknotify.personal;
