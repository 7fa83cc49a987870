/** Tests of what outlives the end of Jenkins, in a real one that is stopped or killed. */
package io.jenkins.plugins.slacknotify.acceptance.restart;
