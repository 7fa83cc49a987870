/** The reasons for which Slack refuses a message: limits and the structure of blocks, each marked documented or inferred. */
package io.jenkins.plugins.slacknotify.sandbox.rules;
