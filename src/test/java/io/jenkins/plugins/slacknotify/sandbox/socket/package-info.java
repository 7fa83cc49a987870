/** Slack's side of Socket Mode: connections, envelopes and how they are acknowledged. */
package io.jenkins.plugins.slacknotify.sandbox.socket;
