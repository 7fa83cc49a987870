/** The story of the manual: real builds, the messages they lead to, and the page that shows them. */
package io.jenkins.plugins.slacknotify.acceptance.story;
